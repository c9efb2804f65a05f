import KeystoneClient
import Testing

@Suite struct HTTPRequestServerTests {
  @Test(arguments: [
    ("http://192.0.2.1:35357/v2.0/users?limit=1", "http://192.0.2.1:35357"),
    ("HTTPS://Keystone.example.com:443/", "https://keystone.example.com"),
    ("http://user:secret@[2001:db8::1]:5000", "http://[2001:db8::1]:5000"),
    ("ftp://192.0.2.1/", nil), ("", nil),
  ])
  func serverIsTheOneThatASummaryNames(url: String, server: String?) {
    #expect(HTTPRequest(.get, url: url).server == server)
  }
}
