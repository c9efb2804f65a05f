import IdentityModel
import Reconciliation

extension PlanError: WordedError {
  var message: ErrorMessage {
    switch self {
    case .tooManyDeletions(let excesses):
      ErrorMessage(
        "the plan would delete " + excesses.map(\.words).joined(separator: "; and "),
        hints: [
          "The limit is a third of what is live of each kind, but at least 1, unless --max-delete "
            + "gives another.",
          "Is this the right seed for this cloud? If so: --max-delete "
            + "\(excesses.map(\.count).max() ?? 0).",
        ]
      )
    case .cutsOffCaller(let key, let action):
      ErrorMessage(
        "the plan would \(action == .delete ? "delete" : "disable") "
          + "\(key.words), \(key.kind.relationToCaller)",
        hints: ["Nothing could be changed afterwards. Use another user, or the admin token."]
      )
    case .removesIdentityService(let key):
      ErrorMessage(
        "the plan would delete \(key.words), "
          + (key.kind == .endpoint
            ? "the last one of the identity service" : "the last identity service"),
        hints: ["Nobody would find Keystone in the catalog. Declare one that stays."]
      )
    case .missing(let need, let key):
      ErrorMessage(
        "\(key.words) needs \(need.words), which is not there and not planned",
        hints: [
          need == .role(Role.memberName)
            ? "Keystone makes it when the first user gets a default tenant: declare one's tenant."
            : "Leave --only away, or add \(need.kind.plural) to it."
        ]
      )
    }
  }
}

extension ExcessiveDeletion {
  fileprivate var words: String {
    "\(count) of \(live) \(live == 1 ? kind.rawValue : kind.plural), and may delete \(limit)"
  }
}

extension ResourceKind {
  /// How the caller depends on the object of this kind that the plan would take away.
  fileprivate var relationToCaller: String {
    switch self {
    case .user: "as which this command is logged in"
    case .tenant: "to which this command is logged in"
    case .role, .assignment, .service, .endpoint: "which lets this command in"
    }
  }
}
