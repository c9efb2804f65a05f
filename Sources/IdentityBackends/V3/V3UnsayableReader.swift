import Convergence
package import IdentityModel
package import KeystoneClient

/// Reads what v3 holds and a seed has no word for.
///
/// What `keystone-manage bootstrap` makes is on every Keystone of today, and is not mentioned.
package struct V3UnsayableReader: Sendable {
  /// One list, and what becomes of it.
  private typealias Read =
    @Sendable () async throws(KeystoneError) -> @Sendable (inout V3UnsayableCloud) -> Void

  private let client: V3Client
  private let domainID: String
  private let parallelism: Int

  /// Makes a reader; nothing is sent before it is asked.
  ///
  /// - Parameters:
  ///   - client: What speaks v3.
  ///   - domainID: The domain of all users and projects that a seed names.
  ///   - parallelism: How many lists are read at a time.
  package init(client: V3Client, domainID: String, parallelism: Int) {
    self.client = client
    self.domainID = domainID
    self.parallelism = parallelism
  }

  /// Reads what nobody has read yet.
  ///
  /// - Parameter listed: What the backend of the same client and domain has read.
  /// - Returns: Kind by kind, and in the order of their names.
  /// - Throws: `KeystoneError` when any list cannot be read, or not whole.
  package func read(beside listed: V3Listed) async throws(KeystoneError) -> [UnsayableObject] {
    var cloud = V3UnsayableCloud(domainID: domainID)
    try await reads(beside: await listed.lists).concurrentWork(
      limit: parallelism,
      { (read: Read) async throws(KeystoneError) in try await read() },
      take: { take in
        take(&cloud)
        return []
      }
    )
    return cloud.objects
  }

  private func reads(beside known: V3Listed.Lists) -> [Read] {
    let client = client
    let domainID = domainID
    func read<List: Sendable>(
      _ part: any WritableKeyPath<V3UnsayableCloud, List> & Sendable,
      _ known: List? = nil,
      _ list: @escaping @Sendable () async throws(KeystoneError) -> List
    ) -> Read {
      { () async throws(KeystoneError) in
        let read: List
        if let known { read = known } else { read = try await list() }
        return { $0[keyPath: part] = read }
      }
    }
    return [
      read(\.domains, known.domains) { () async throws(KeystoneError) in try await client.domains()
      },
      read(\.projects, known.projects) { () async throws(KeystoneError) in
        try await client.projects(ofDomain: domainID)
      },
      read(\.users, known.users) { () async throws(KeystoneError) in
        try await client.users(ofDomain: domainID)
      },
      read(\.groups, known.groups) { () async throws(KeystoneError) in
        try await client.groups(ofDomain: domainID)
      },
      read(\.roles, known.roles) { () async throws(KeystoneError) in try await client.roles() },
      read(\.domainRoles) { () async throws(KeystoneError) in
        try await client.roles(ofDomain: domainID)
      },
      read(\.implications, known.implications) { () async throws(KeystoneError) in
        try await client.implications()
      },
      read(\.grants, known.grants) { () async throws(KeystoneError) in try await client.grants() },
    ]
  }
}
