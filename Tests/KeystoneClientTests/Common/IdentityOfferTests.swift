import KeystoneClient
import Testing

@Suite struct IdentityOfferTests {
  @Test(
    arguments: [
      (["v3.14"], IdentityVersion.v3), (["v2.0"], .v2), (["v3.8", "v2.0"], .v3),
      (["v2.0", "v3.4"], .v3), (["v3", "v2.0"], .v3),
      // Icehouse and Juno: no login is for nothing there.
      (["v3.0", "v2.0"], .v2), (["v3.3", "v2.0"], .v2), (["v3.0"], .v3), ([], nil),
    ] as [([String], IdentityVersion?)]
  )
  func prefersV3WhereItIsServed(_ ids: [String], _ version: IdentityVersion?) {
    let versions = ids.map { APIVersion(id: $0) }
    var addresses: [IdentityVersion: String] = [:]
    for version in versions.compactMap(\.version) { addresses[version] = "http://k/\(version)" }
    let preferred = IdentityOffer(versions: versions, addresses: addresses).preferred
    #expect(preferred?.version == version)
    #expect(preferred?.address == version.map { "http://k/\($0)" })
  }
}
