package import IdentityModel
package import KeystoneClient

/// Reads what v3 holds and a seed has no word for.
///
/// What `keystone-manage bootstrap` makes is on every Keystone of today, and is not mentioned.
package struct V3UnsayableReader: Sendable {
  private let client: V3Client
  private let domainID: String

  /// Makes a reader; nothing is sent before it is asked.
  ///
  /// - Parameters:
  ///   - client: What speaks v3.
  ///   - domainID: The domain of all users and projects that a seed names.
  package init(client: V3Client, domainID: String) {
    self.client = client
    self.domainID = domainID
  }

  /// Reads all of it.
  ///
  /// - Returns: Kind by kind, and in the order of their names.
  /// - Throws: `KeystoneError` when any list cannot be read, or not whole.
  package func read() async throws(KeystoneError) -> [UnsayableObject] {
    var cloud = V3UnsayableCloud(domainID: domainID)
    cloud.domains = try await client.domains()
    cloud.projects = try await client.projects(ofDomain: domainID)
    cloud.users = try await client.users(ofDomain: domainID)
    cloud.groups = try await client.groups(ofDomain: domainID)
    cloud.roles = try await client.roles()
    cloud.domainRoles = try await client.roles(ofDomain: domainID)
    cloud.implications = try await client.implications()
    cloud.regions = try await client.regions()
    cloud.endpoints = try await client.endpoints()
    cloud.grants = try await client.grants()
    return cloud.objects
  }
}
