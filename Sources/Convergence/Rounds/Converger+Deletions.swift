import IdentityModel
import Reconciliation

extension Converger {
  /// Looks whether what a round has deleted is gone, since an answer alone does not prove it.
  ///
  /// Another Galera node may still list it for a moment. What is there afterwards was not deleted.
  ///
  /// - Parameters:
  ///   - outcomes: What became of each change of the round.
  ///   - live: What was there before.
  ///   - earlier: The outcomes of the rounds before.
  /// - Returns: The outcomes, as failed where the row is still there.
  func confirmedDeletions(
    _ outcomes: [StepOutcome],
    of live: LiveState,
    earlier: [StepOutcome]
  ) async -> [StepOutcome] {
    var left = Deletions(outcomes, of: live, earlier: earlier)
    await left.keepListed(on: backend)
    var waiting = Retrier.Waiting(
      retrier,
      limit: retrier.policy.replicationTime,
      shortest: retrier.policy.rereadPause
    )
    while !left.isEmpty, await waiting.pause() { await left.keepListed(on: backend) }
    guard !left.isEmpty else { return outcomes }
    return outcomes.enumerated().map { index, outcome in
      guard left.contains(index) else { return outcome }
      let isReplaced = outcome.change.action == .replace
      return StepOutcome(
        outcome.change,
        isReplaced ? .halfDone(.stillThere) : .failed(.stillThere),
        duration: outcome.duration
      )
    }
  }
}

/// Rows that are said to be gone, by where their outcomes stand.
private struct Deletions {
  private var rows: [ResourceKind: [Int: String]] = [:]
  private var assignments: [Int: AssignmentIDs] = [:]
  private var memberships: [Int: MembershipIDs] = [:]
  private var implications: [Int: ImplicationIDs] = [:]

  init(_ outcomes: [StepOutcome], of live: LiveState, earlier: [StepOutcome]) {
    let before = Set(earlier.lazy.filter(\.hasDeleted).map(\.change))
    let ids = LiveIDs(live)
    for (index, outcome) in outcomes.enumerated() where outcome.hasDeleted {
      // What was not there may be about something else that went at the same time, once.
      guard !outcome.isAdopted || before.contains(outcome.change) else { continue }
      switch outcome.change.key {
      case .implication(let implication): implications[index] = ids.implication(implication)
      case .membership(let membership): memberships[index] = ids.membership(membership)
      case .assignment(let assignment): assignments[index] = ids.assignment(assignment)
      case .named, .service, .endpoint, .limit:
        if let id = outcome.change.liveID {
          rows[outcome.change.key.kind, default: [:]][index] = id
        }
      }
    }
  }

  var isEmpty: Bool {
    rows.isEmpty && implications.isEmpty && assignments.isEmpty && memberships.isEmpty
  }

  func contains(_ index: Int) -> Bool {
    assignments[index] != nil || memberships[index] != nil || implications[index] != nil
      || rows.values.contains { $0[index] != nil }
  }

  /// Leaves out what is not listed any more, and what nobody can say.
  mutating func keepListed(on backend: any IdentityBackend) async {
    for (kind, deleted) in rows {
      let listed = await Self.ids(of: kind, on: backend)
      let kept = deleted.filter { listed.contains($0.value) }
      rows[kind] = kept.isEmpty ? nil : kept
    }
    memberships = await stillMembers(on: backend)
    implications = await stillImplied(on: backend)
    guard !assignments.isEmpty else { return }
    let granted = await backend.grants(ofHoldersOf: assignments.values) ?? []
    assignments = assignments.filter { granted.contains($0.value) }
  }

  private func stillMembers(on backend: any IdentityBackend) async -> [Int: MembershipIDs] {
    var members: [String: Set<String>] = [:]
    for id in Set(memberships.values.map(\.groupID)) {
      do throws(BackendFailure) { members[id] = try await backend.members(ofGroup: id) } catch {
        members[id] = []
      }
    }
    return memberships.filter { members[$0.value.groupID]?.contains($0.value.userID) == true }
  }

  private func stillImplied(on backend: any IdentityBackend) async -> [Int: ImplicationIDs] {
    guard !implications.isEmpty else { return [:] }
    let listed: Set<ImplicationIDs>
    do throws(BackendFailure) { listed = try await backend.implications() } catch { listed = [] }
    return implications.filter { listed.contains($0.value) }
  }

  private static func ids(
    of kind: ResourceKind,
    on backend: any IdentityBackend
  ) async -> Set<String> {
    do throws(BackendFailure) {
      return try await backend.rows(of: kind)?.ids() ?? []
    } catch {
      return []
    }
  }
}

extension StepOutcome {
  /// Whether a row is said to be gone.
  fileprivate var hasDeleted: Bool { isDone && change.action.isDestructive }
}
