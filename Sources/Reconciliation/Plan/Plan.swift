package import IdentityModel

/// What apply does: a value, sorted, without secrets.
///
/// What is shown is what is applied.
package struct Plan: Hashable, Sendable {
  /// Every change once, in the order in which they are shown.
  package let changes: [Change]
  /// What a person has to know beside the changes, sorted by what it is about.
  package let notes: [PlanNote]
  /// How many live objects the seed does not mention and the plan leaves alone.
  package let unmanagedCount: Int
  /// Who gains and who loses which roles by it, each told of the change, by its key, that brings it about;
  /// nil where nobody has asked.
  private var consequences: [ResourceKey: [Consequence]]?

  package init(changes: [Change], notes: [PlanNote] = [], unmanagedCount: Int = 0) {
    self.changes = changes.sorted(by: Change.precedes)
    self.notes = notes.sorted(by: PlanNote.precedes)
    self.unmanagedCount = unmanagedCount
  }

  /// The same with what its changes come to for users.
  package func telling(_ consequences: [ResourceKey: [Consequence]]) -> Plan {
    var plan = self
    plan.consequences = consequences
    return plan
  }

  /// The same with more to know beside the changes.
  package func noting(_ notes: [PlanNote]) -> Plan {
    guard !notes.isEmpty else { return self }
    var plan = Plan(changes: changes, notes: self.notes + notes, unmanagedCount: unmanagedCount)
    plan.consequences = consequences
    return plan
  }

  /// What a change comes to for users; nil where nobody has asked, or it is none of which that is told.
  package func consequences(of change: Change) -> [Consequence]? {
    guard change.hasConsequences, let consequences else { return nil }
    return consequences[change.key] ?? []
  }

  /// Whether there is nothing to do.
  package var isEmpty: Bool { changes.isEmpty }

  /// Whether something differs that the plan cannot change.
  package var leavesDrift: Bool { notes.contains { $0.leavesDrift } }

  /// Whether something is deleted or replaced.
  package var isDestructive: Bool { changes.contains { $0.action.isDestructive } }

  /// Whether a person has to agree: something is deleted or replaced, or users would notice what a
  /// note says.
  package var needsAgreement: Bool { isDestructive || notes.contains { $0.needsAgreement } }

}

extension Plan {
  /// How many changes delete or replace.
  package var destructiveCount: Int { changes.count { $0.action.isDestructive } }

  /// Whether a check failed that the plan would have needed, so that it may not be complete.
  package var isIncomplete: Bool { notes.contains { $0.severity == .error } }
}
