import KeystoneClient
import Testing

@Suite struct IdentityVersionTests {
  @Test(arguments: [
    ("v3.14", IdentityVersion.v3), ("v3", .v3), ("v3.0", .v3), ("v2.0", .v2), ("v2.0.1", .v2),
    ("v30", nil), ("v2", nil), ("V3", nil), ("", nil),
  ])
  func isToldByTheID(_ id: String, _ version: IdentityVersion?) {
    #expect(APIVersion(id: id).version == version)
  }
}
