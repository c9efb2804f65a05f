import IdentityModel
import KeystoneClient
import Reconciliation

extension PlanError: WordedError {
  var message: ErrorMessage { message(over: IdentityVersion.v2.rawValue) }

  private static let uselessLogin = "Nothing could be changed afterwards."

  /// Why the plan is refused, and what to do about it.
  ///
  /// - Parameter backend: What the backend is called, such as `v2.0`.
  /// - Returns: The message.
  func message(over backend: String) -> ErrorMessage {
    switch self {
    case .tooManyDeletions(let excesses):
      ErrorMessage(
        "the plan would delete "
          + excesses.map { $0.words(over: backend) }.joined(separator: "; and "),
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
          + "\(key.words(over: backend)), \(key.kind.relationToCaller)",
        hints: ["\(Self.uselessLogin) Use another user, or the admin token."]
      )
    case .asksCallerForMore(let user):
      ErrorMessage(
        "the plan would ask more than a password of user \(TerminalText.harmless(user.shown)), as which "
          + "this command is logged in",
        hints: [
          "Its next login would be refused. Use another user, or add [password] to its "
            + "multi_factor_auth_rules."
        ]
      )
    case .renamesCaller(let key):
      ErrorMessage(
        "the plan would rename \(key.words(over: backend)), \(key.kind.relationToCaller)",
        hints: [
          "\(key.kind == .role ? Self.uselessLogin : "Its next login would be refused.") Use another "
            + "user, or the admin token."
        ]
      )
    case .removesIdentityService(let key, let action):
      ErrorMessage(
        "the plan would \(action == .delete ? "delete" : "disable") \(key.words(over: backend)), "
          + (key.kind == .endpoint
            ? "the last one of the identity service" : "the last identity service"),
        hints: ["Nobody would find Keystone in the catalog. Declare one that stays."]
      )
    case .notThere(let objects):
      ErrorMessage(
        objects.count == 1
          ? "\(objects[0].words(over: backend)) must exist and is not there"
          : "\(objects.count) objects must exist and are not there",
        hints: objects.count == 1
          ? objects[0].nearest.map { ["Did you mean \(TerminalText.harmless($0))?"] } ?? []
          : objects.map { object in
            object.words(over: backend)
              + (object.nearest.map { " (did you mean \(TerminalText.harmless($0))?)" } ?? "")
          }
      )
    case .severalServices(let keys):
      ErrorMessage(
        "service \(keys.first?.name.shown ?? "") must exist, and several of that name do: "
          + TerminalText.harmless(keys.map(\.shown).joined(separator: ", ")),
        hints: ["Say the type of the one that is meant."]
      )
    case .cannotRename(let conflicts):
      ErrorMessage(
        conflicts.count == 1
          ? conflicts[0].words(over: backend)
          : "\(conflicts.count) objects cannot be renamed",
        hints: (conflicts.count == 1 ? [] : conflicts.map { $0.words(over: backend) }) + [
          "Take was away where both are to stay, or see which one is in use: only the other can go."
        ]
      )
    case .prunesPart(let keys):
      ErrorMessage(
        "the seed is a part of a cloud, since \(keys[0].words(over: backend))"
          + (keys.count == 1 ? " exists" : " and \(keys.count - 1) more exist")
          + " without it; --prune would delete what others have made",
        hints: [
          "List what has to go under absent. --only endpoints prunes in regions of the seed's own."
        ]
      )
    case .takesAlong(let part, let whole) where part.kind == .tenant:
      ErrorMessage(
        "\(whole.words(over: backend)) cannot be deleted, since \(part.words(over: backend)) is below it"
          + " and stays",
        hints: ["Say under absent that it goes too."]
      )
    case .takesAlong(let part, let whole):
      ErrorMessage(
        "\(part.words(over: backend)) would be deleted with \(whole.words(over: backend)), below which"
          + " it is, and the seed does not say so",
        hints: ["Say under absent that it goes too, or give it another parent."]
      )
    case .belowItself(let keys):
      ErrorMessage(
        "\(keys[0].words(over: backend)) would be below itself: "
          + (keys + keys.prefix(1)).map { TerminalText.harmless($0.shown) }
          .joined(separator: ", below "),
        hints: ["A parent that the seed does not declare stays as it is: declare another one."]
      )
    case .regionInUse(let region, let endpoints):
      ErrorMessage(
        "region \(TerminalText.harmless(region.shown)) cannot be deleted, since"
          + (endpoints == 1 ? " an endpoint stays" : " \(endpoints) rows of endpoints stay")
          + " in it",
        hints: ["Leave --only away, or add endpoints to it."]
      )
    case .missing(let need, let key):
      ErrorMessage(
        "\(key.words(over: backend)) needs \(need.words(over: backend)), which is not there and not planned",
        hints: [
          need == .role(Role.memberName) && backend == IdentityVersion.v2.rawValue
            ? "Keystone makes it when the first user gets a default tenant: declare one's tenant."
            : need.kind == .registeredLimit
              ? "Register one in that region: limits of its service."
              : "Leave --only away, or add \(need.kind.nouns(over: backend)) to it."
        ]
      )
    }
  }
}

extension MissingObject {
  fileprivate func words(over backend: String) -> String {
    if case .service(let service) = key, service.type == ServiceKey.anyType {
      return "service \(TerminalText.harmless(service.name.shown))"
    }
    return key.words(over: backend)
  }
}

extension RenameConflict {
  fileprivate func words(over backend: String) -> String {
    let (new, old) = (new.words(over: backend), TerminalText.harmless(old.shown))
    switch newCount {
    case 0: return "\(new) was \(old), and there are several of that name"
    case 1: return "\(new) was \(old), and both are there"
    default: return "\(new) was \(old), and there are \(newCount) of the new name"
    }
  }
}

extension ExcessiveDeletion {
  fileprivate func words(over backend: String) -> String {
    let objects = live == 1 ? kind.noun(over: backend) : kind.nouns(over: backend)
    // What --only calls a kind is one word.
    return "\(count) of \(live) \(objects.replacing("-", with: " ")), and may delete \(limit)"
  }
}

extension ResourceKind {
  /// How the caller depends on the object of this kind that the plan would take away.
  fileprivate var relationToCaller: String {
    switch self {
    case .user: "as which this command is logged in"
    case .tenant: "to which this command is logged in"
    default: "which lets this command in"
    }
  }
}

/// A plan that is refused, of a backend whose words for things the message has.
struct RefusedPlan: WordedError {
  let error: PlanError
  /// What the backend is called, such as `v2.0`.
  let backend: String

  var message: ErrorMessage { error.message(over: backend) }
}
