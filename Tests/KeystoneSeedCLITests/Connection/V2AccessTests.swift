import KeystoneClient
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct V2AccessTests {
  private let secret = Secret("s3cret")

  private func settings(
    _ authentication: ConnectionSettings.Authentication,
    version: VersionWish = .offered
  ) -> ConnectionSettings {
    ConnectionSettings(
      authentication: authentication,
      version: version,
      trustsAnyCertificate: false,
      timeout: .seconds(60),
      wait: .zero,
      debug: false
    )
  }

  @Test func `names lose the domain that v2 does not have`() throws {
    let login = Credentials.password(
      .name("u", .assumed),
      secret,
      .project(.name("t", .name("Default")))
    )
    let url = try KeystoneURL("http://a:5000")
    let access = try V2Access(settings(.login(login, authURL: url)))
    guard case .password(let credentials, authURL: "http://a:5000/v2.0") = access else {
      Issue.record("\(access)")
      return
    }
    #expect(credentials.user == .name("u"))
    #expect(credentials.scope == .tenantName("t"))
  }

  @Test func `tokens are used or exchanged`() throws {
    let url = try KeystoneURL("http://a:5000")
    let exchange = try V2Access(
      settings(.login(.token(secret, .project(.id("7"))), authURL: url))
    )
    guard case .exchange(_, .tenantID("7"), authURL: "http://a:5000/v2.0") = exchange else {
      Issue.record("\(exchange)")
      return
    }
    guard
      case .token(_, endpoint: "http://a:5000/v2.0") = try V2Access(
        settings(.token(secret, endpoint: url))
      )
    else {
      Issue.record("no token")
      return
    }
  }

  @Test func `v2.0 has no application credentials`() throws {
    let url = try KeystoneURL("http://a:5000")
    let credential = Credentials.applicationCredential(.id("7"), secret: secret)
    #expect(throws: ConnectionError.credentialOverV2) {
      try V2Access(settings(.login(credential, authURL: url)))
    }
  }
}
