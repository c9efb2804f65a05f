import KeystoneClient

/// Whether a Keystone that is spoken to over v2.0 has v3 as well.
enum Version3Offer {
  /// Asks it for its versions.
  ///
  /// - Parameter connection: The connection over v2.0.
  /// - Returns: Whether v3 is among them; nil where it does not say.
  static func isServed(beside connection: V2Connection) async -> Bool? {
    do throws(KeystoneError) {
      let discovery = IdentityDiscovery(transport: connection.carrier)
      return try await discovery.offer(at: connection.address).addresses[.v3] != nil
    } catch {
      return nil
    }
  }
}
