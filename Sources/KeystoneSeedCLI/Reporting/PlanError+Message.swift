import IdentityModel
import Reconciliation

extension PlanError: WordedError {
  var message: ErrorMessage {
    switch self {
    case .tooManyDeletions(let count, let limit):
      ErrorMessage(
        "--prune would delete \(count) objects, and may delete \(limit)",
        hints: [
          "The limit is a third of what is live unless --max-delete gives another.",
          "Is this the right seed for this cloud? If so: --max-delete \(count).",
        ]
      )
    case .cutsOffCaller(let key, let action):
      ErrorMessage(
        "the plan would \(action == .delete ? "delete" : "disable") "
          + "\(Self.name(key)), as which this command is logged in",
        hints: ["Nothing could be changed afterwards. Use another user, or the admin token."]
      )
    case .removesIdentityService(let key):
      ErrorMessage(
        "the plan would delete \(Self.name(key)), the last identity service",
        hints: ["Nobody would find Keystone in the catalog. Declare one that stays."]
      )
    case .missing(let need, let key):
      ErrorMessage(
        "\(Self.name(key)) needs \(Self.name(need)), which is not there and not planned",
        hints: ["Leave --only away, or add \(need.kind.plural) to it."]
      )
    }
  }

  private static func name(_ key: ResourceKey) -> String {
    TerminalText.harmless("\(key.kind.rawValue) \(key)")
  }
}
