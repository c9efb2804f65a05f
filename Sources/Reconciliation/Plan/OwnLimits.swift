import IdentityModel

/// Registered limits that somebody has a limit of its own for, which Keystone neither changes nor deletes,
/// each with a 403 (`keystone.limit.backends.sql`, `update_registered_limit`).
///
/// One is changed by taking those away, changing it, and giving them back. That is done with what the seed
/// declares, so that a run which is killed in between is finished by the next one; where one of them is not
/// the seed's, the registered one is left, and that is said.
struct OwnLimits {
  private let names: LimitNames
  private let registered: [String: LiveLimit]
  private let own: [Resource: [LiveLimit]]
  private let declared: [LimitKey: Limit]

  /// What a limit is of, whoever has it.
  private struct Resource: Hashable {
    let serviceID: String
    let region: Name?
    let resource: Name

    init(_ limit: LiveLimit) {
      serviceID = limit.serviceID
      region = limit.region
      resource = limit.resource
    }
  }

  init(desired: DesiredState, live: LiveState) {
    names = LimitNames(live)
    let rows = live.limits.filter { $0.holderID == nil }
    registered = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
    own = Dictionary(grouping: live.limits.filter { $0.holderID != nil }) { Resource($0) }
    let limits = own.isEmpty ? [] : desired.limits.filter { $0.key.holder != nil }
    declared = Dictionary(limits.map { ($0.key, $0) }) { first, _ in first }
  }

  /// Leaves out what would be refused, and makes what has to be done in three steps three.
  func apply(to changes: [Change]) -> (changes: [Change], notes: [PlanNote]) {
    guard !own.isEmpty else { return (changes, []) }
    let deletions = changes.filter { $0.action == .delete }
    let deleted = Set(deletions.compactMap(\.liveID))
    let leaving = Set(deletions.map(\.key))
    var notes: [PlanNote] = []
    var kept: [Change] = []
    var returned: [String: [Change]] = [:]
    for change in changes {
      var staying = self.staying(in: change, but: deleted)
      // What would go with its project or domain has to go before that.
      for row in staying where names.key(of: row).holder.map({ leaving.contains($0.key) }) == true {
        kept.append(.deletion(of: row, names.key(of: row), because: .declaredAbsent))
        staying.removeAll { $0.id == row.id }
      }
      guard !staying.isEmpty else {
        kept.append(change)
        continue
      }
      let steps = change.action == .update ? takingAwayAndGivingBack(staying) : nil
      guard let steps else {
        notes.append(note(on: change, heldBy: staying))
        continue
      }
      notes.append(.limitsGivenBack(change.key, count: staying.count))
      kept.append(change)
      returned.merge(steps) { first, _ in first }
    }
    // What is given back has its new value then.
    kept.removeAll { change in change.liveID.map { returned[$0] != nil } == true }
    return (kept + returned.values.joined(), notes)
  }

  /// The limits of their own that keep a registered one from being changed or deleted.
  private func staying(in change: Change, but deleted: Set<String>) -> [LiveLimit] {
    guard change.kind == .registeredLimit, let id = change.liveID, let row = registered[id]
    else { return [] }
    return own[Resource(row), default: []].filter { !deleted.contains($0.id) }
  }

  /// What takes limits away and gives them back, by their IDs; nil where one of them is not the seed's.
  private func takingAwayAndGivingBack(_ limits: [LiveLimit]) -> [String: [Change]]? {
    var steps: [String: [Change]] = [:]
    for row in limits {
      let key = names.key(of: row)
      guard let limit = declared[key] else { return nil }
      steps[row.id] = [
        .deletion(of: row, key, because: .givenBack),
        .create(.limit(LimitRow(limit, on: .live(row.serviceID)))),
      ]
    }
    return steps
  }

  private func note(on change: Change, heldBy limits: [LiveLimit]) -> PlanNote {
    let holders = limits.compactMap { names.key(of: $0).holder }.sorted()
    return .limitHeld(
      change.key,
      by: holders,
      change.fields,
      isPruned: change.reason == .unmanaged
    )
  }
}
