import IdentityModel
import Reconciliation

/// What a person is asked to agree to before a plan is carried out.
struct Agreement: Hashable, Sendable {
  /// How many objects are deleted or replaced.
  let destructiveCount: Int
  /// Whether a note says that users are sent elsewhere.
  let sendsUsersElsewhere: Bool
  /// The user the run works as, if its password is set.
  let ownPassword: QualifiedName?

  init(to plan: Plan) {
    destructiveCount = plan.destructiveCount
    sendsUsersElsewhere = plan.notes.contains { $0.sendsUsersElsewhere }
    ownPassword = plan.notes.lazy.compactMap(\.setsOwnPassword).first
  }

  /// The question on a terminal.
  var question: String {
    if destructiveCount == 0, ownPassword == nil {
      return "Go on, though users may be sent elsewhere (see the notes)?"
    }
    let deeds = [
      destructiveCount == 0 ? nil : "delete or replace \(objects)",
      sendsUsersElsewhere ? "send users elsewhere" : nil,
      ownPassword.map {
        "set the password of \(TerminalText.harmless($0.text)), as whom this run works"
      },
    ].compactMap { $0 }
    let deed = deeds.joined(separator: ", and ")
    let reference = sendsUsersElsewhere || ownPassword != nil ? " (see the notes)" : ""
    return deed.prefix(1).uppercased() + deed.dropFirst() + reference + "?"
  }

  /// What the plan does, after `the plan`.
  var statement: String {
    let statements = [
      destructiveCount == 0 ? nil : "deletes or replaces \(objects)",
      sendsUsersElsewhere ? "may send users elsewhere" : nil,
      ownPassword.map {
        "sets the password of \(TerminalText.harmless($0.text)), as whom this run works"
      },
    ]
    return statements.compactMap { $0 }.joined(separator: " and ")
  }

  private var objects: String {
    destructiveCount == 1 ? "1 object" : "\(destructiveCount) objects"
  }
}
