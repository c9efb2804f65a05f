package import IdentityModel

/// How many objects of one kind a plan would delete, against how many it may.
package struct ExcessiveDeletion: Hashable, Sendable {
  package let kind: ResourceKind
  package let count: Int
  package let limit: Int
  /// How many are live.
  package let live: Int

  package init(_ kind: ResourceKind, count: Int, limit: Int, live: Int) {
    self.kind = kind
    self.count = count
    self.limit = limit
    self.live = live
  }
}

/// Refuses a plan that deletes too much of one kind, whatever asks for it: pruning, `absent`, or that
/// something is there twice.
///
/// Each kind counts by itself: a cloud with many users would else let its whole catalog go. What is
/// replaced is there afterwards and does not count. The rows of an endpoint's interfaces are one object.
/// A domain counts with all that lives in it. Unless told otherwise a third of a kind may go, and one
/// object in any case, so that one duplicate can be removed from the smallest cloud.
struct DeletionLimit {
  let live: LiveState
  /// How many of each kind; nil for a third.
  let maximum: Int?
  /// Whether duplicates count; not where another run may have made them since the first plan.
  var countsDuplicates = true

  func check(_ changes: [Change]) throws(PlanError) {
    var counts: [ResourceKind: Int] = [:]
    var endpoints = EndpointCount<EndpointKey>()
    for change in changes where change.action == .delete {
      guard countsDuplicates || change.reason != .duplicate else { continue }
      // It is there afterwards.
      guard change.reason != .givenBack else { continue }
      if case .endpoint(let key) = change.key {
        endpoints.add(key.interface, at: key.place)
      } else {
        counts[change.kind, default: 0] += 1
        guard case .named(.domain, let name) = change.key else { continue }
        counts.merge(Residents(of: name.name, in: live).counts, uniquingKeysWith: +)
      }
    }
    counts[.endpoint] = endpoints.count
    var excesses: [ExcessiveDeletion] = []
    for kind in ResourceKind.allCases {
      guard let count = counts[kind], count > 0 else { continue }
      let liveCount = self.count(of: kind)
      let limit = maximum ?? max(liveCount / 3, 1)
      guard count > limit else { continue }
      excesses.append(ExcessiveDeletion(kind, count: count, limit: limit, live: liveCount))
    }
    guard excesses.isEmpty else { throw .tooManyDeletions(excesses) }
  }

  private func count(of kind: ResourceKind) -> Int {
    switch kind {
    case .implication: live.implications.count
    case .membership: live.memberships.count
    case .assignment: live.assignments.count + live.assignmentsOfGone.count
    case .endpoint: endpointCount
    default: live.rowIDs(of: kind).count
    }
  }

  private var endpointCount: Int {
    var endpoints = EndpointCount<Place>()
    for row in live.endpoints {
      endpoints.add(row.interface, at: Place(serviceID: row.serviceID, region: row.region))
    }
    return endpoints.count
  }

  private struct Place: Hashable {
    let serviceID: String
    let region: Name?
  }
}

/// How many endpoints rows make, where there may be a row for each interface.
private struct EndpointCount<Place: Hashable> {
  private var rows: [Place: [EndpointInterface?: Int]] = [:]

  mutating func add(_ interface: EndpointInterface?, at place: Place) {
    rows[place, default: [:]][interface, default: 0] += 1
  }

  var count: Int { rows.values.reduce(0) { $0 + ($1.values.max() ?? 0) } }
}
