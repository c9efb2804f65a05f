import Testing

@testable import KeystoneClient

@Suite struct SecretNamesTests {
  @Test(arguments: [
    "password", "original_password", "OS-KSADM:password", "adminPass", "secret", "client_secret",
    "X-Auth-Token", "x-subject-token", "X-Service-Token", "Authorization", "Proxy-Authorization",
    "Cookie", "Set-Cookie", "Set-Cookie2", "api_key", "passwd", "token",
  ])
  func nameLetsSomebodyIn(name: String) {
    #expect(SecretNames.contains(name))
  }

  @Test(arguments: [
    "name", "id", "password_expires_at", "Vary", "WWW-Authenticate", "tokens", "Content-Type", "",
  ])
  func nameIsNoSecret(name: String) {
    #expect(!SecretNames.contains(name))
  }
}
