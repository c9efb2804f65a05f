import Convergence
import IdentityModel
import KeystoneClient

/// The regions that are known to be there, and who is making one.
///
/// Keystone refuses an endpoint whose region does not exist, with a 400. A region that endpoints name
/// exists, so that a cloud in which nothing is new costs no request for it.
actor V3Regions {
  private let client: V3Client
  private var known: Set<Name> = []
  private var making: [String: Task<BackendFailure?, Never>] = [:]

  /// Makes one that knows of no region.
  init(client: V3Client) {
    self.client = client
  }

  /// Takes in that regions are there.
  func note(_ regions: [Name]) { known.formUnion(regions) }

  /// Has a region be there; whoever asks at the same time shares one request.
  func make(_ region: String) async throws(BackendFailure) {
    guard !known.contains(Name(region)) else { return }
    let task = making[region] ?? Task { await Self.made(region, by: client) }
    making[region] = task
    let failure = await task.value
    making[region] = nil
    if let failure { throw failure }
    known.insert(Name(region))
  }

  /// Somebody else may have made it.
  private static func made(_ region: String, by client: V3Client) async -> BackendFailure? {
    do throws(KeystoneError) {
      _ = try await client.createRegion(V3NewRegion(id: region))
      return nil
    } catch {
      return error.isConflict ? nil : BackendFailure(error)
    }
  }
}
