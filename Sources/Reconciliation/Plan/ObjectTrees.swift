import IdentityModel

/// Refuses a plan that Keystone would, or would carry out further, because regions and tenants are parts of
/// others.
///
/// A region takes along those below it, is kept with a 403 as long as an endpoint is in one of them, and
/// cannot be below itself, a 400 (`keystone.catalog.core.Manager`). A tenant is kept with a 403 as long as
/// another one is below it (`keystone.resource.core`, `_delete_project`).
struct ObjectTrees {
  private let changes: [Change]
  private let live: LiveState
  private let deleted: Set<ResourceKey>
  /// What each region is a part of afterwards.
  private var wholes: [ResourceKey: ResourceKey] = [:]

  init(_ changes: [Change], live: LiveState) {
    self.changes = changes.filter { change in
      switch change.kind {
      case .region: true
      // Many are made, and nothing can be wrong with that: their parents cannot change.
      case .tenant: change.action == .delete
      default: false
      }
    }
    self.live = live
    deleted = Set(self.changes.lazy.filter { $0.action == .delete }.map(\.key))
    guard !self.changes.isEmpty else { return }
    wholes = live.wholes(of: Set(self.changes.map(\.kind)))
    for change in self.changes {
      guard let whole = change.resource?.whole, change.sets(.parent) else { continue }
      wholes[change.key] = whole
    }
    for key in deleted { wholes[key] = nil }
  }

  /// Looks at what they come to.
  ///
  /// - Parameter plan: All changes of the plan.
  /// - Throws: ``PlanError`` about the first of them that cannot be so.
  func check(_ plan: [Change]) throws(PlanError) {
    guard !changes.isEmpty else { return }
    try checkCircles()
    try checkParts()
    try checkEndpoints(plan)
  }

  private func checkCircles() throws(PlanError) {
    for change in changes {
      var path: [ResourceKey] = []
      var next: ResourceKey? = change.key
      while let key = next, !path.contains(key) {
        path.append(key)
        next = wholes[key]
      }
      if next == change.key { throw .belowItself(path) }
    }
  }

  private func checkParts() throws(PlanError) {
    let parts = wholes.filter { deleted.contains($0.value) }
    guard let part = parts.min(by: { DependencyOrder.createsBefore($0.key, $1.key) }) else {
      return
    }
    throw .takesAlong(part.key, with: part.value)
  }

  private func checkEndpoints(_ plan: [Change]) throws(PlanError) {
    guard !deleted.isEmpty else { return }
    let gone = Set(plan.lazy.filter { $0.action == .delete }.compactMap(\.liveID))
    let staying = live.endpoints.compactMap { row in
      gone.contains(row.id) ? nil : row.region.flatMap { deleted.contains(.region($0)) ? $0 : nil }
    }
    guard let region = staying.min() else { return }
    throw .regionInUse(region, endpoints: staying.count { $0 == region })
  }
}
