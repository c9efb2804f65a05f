import Reconciliation

/// What a person is asked to agree to before a plan is carried out.
struct Agreement: Hashable, Sendable {
  /// How many objects are deleted or replaced.
  let destructiveCount: Int
  /// Whether a note says that users are sent elsewhere.
  let sendsUsersElsewhere: Bool

  init(to plan: Plan) {
    destructiveCount = plan.destructiveCount
    sendsUsersElsewhere = plan.notes.contains { $0.needsAgreement }
  }

  /// The question on a terminal.
  var question: String {
    switch (destructiveCount, sendsUsersElsewhere) {
    case (0, _): "Go on, though users may be sent elsewhere (see the notes)?"
    case (_, false): "Delete or replace \(objects)?"
    case (_, true): "Delete or replace \(objects), and send users elsewhere (see the notes)?"
    }
  }

  /// What the plan does, after `the plan`.
  var statement: String {
    let statements = [
      destructiveCount == 0 ? nil : "deletes or replaces \(objects)",
      sendsUsersElsewhere ? "may send users elsewhere" : nil,
    ]
    return statements.compactMap { $0 }.joined(separator: " and ")
  }

  private var objects: String {
    destructiveCount == 1 ? "1 object" : "\(destructiveCount) objects"
  }
}
