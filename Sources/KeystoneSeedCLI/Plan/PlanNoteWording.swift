import IdentityModel
import Reconciliation

/// What a plan says beside its changes, in words.
enum PlanNoteWording {
  /// The note as one line, harmless for a terminal.
  static func text(of note: PlanNote, backend: String) -> String {
    TerminalText.harmless(plainText(of: note, backend: backend))
  }

  private static func plainText(of note: PlanNote, backend: String) -> String {
    switch note {
    case .unmanageable(let key, let id):
      "\(key.words), id \(id), stays as it is: it was made through v3, and \(backend) can neither "
        + "change nor delete it; v3 can"
    case .pinned(let key, let endpoint):
      "\(key.words) stays as it is: its endpoint \(endpoint) was made through v3, would go with it, "
        + "and \(backend) could not make it again"
    case .ambiguous(let key, let count):
      "\(key.words) is there \(count) times: it cannot be said which one is meant"
    case .passwordOfDisabledUser(let user):
      "the password of user \(user) is not checked: the user is disabled, so every login fails"
    case .passwordCheckFailed(let user, let reason):
      "user \(user) is left alone, since the password could not be checked: \(reason)"
    case .twin(let key, let live):
      "\(key.words) is not there, but \(live) is: a Keystone on MySQL takes the two for the same"
    case .twinNotPruned(let key, let declared):
      "\(key.words) is not pruned: a Keystone on MySQL takes it for \(declared), which is declared; "
        + "list it under absent if it has to go"
    case .startsEmpty(let key, let departure):
      startsEmpty(key, departure)
    case .takesGrants(let role, _):
      "role \(role) is taken from everybody who has it, users that the seed does not declare among "
        + "them"
    case .regionNotPruned(let region, let count):
      "the seed does not declare region \(region), so its "
        + (count == 1 ? "endpoint is" : "\(count) endpoints are") + " not pruned"
    case .kindNotPruned(let kind):
      "the seed declares no \(kind.plural), so none is pruned"
    }
  }

  private static func startsEmpty(_ key: ResourceKey, _ departure: PlanNote.Departure) -> String {
    let kind = key.kind.rawValue
    let count = departure.assignments
    let grants = count == 0 ? "" : ", \(count) known assignment\(count == 1 ? "" : "s")"
    let loss = key.kind == .tenant ? "machines, volumes and networks" : "keys, trusts and stacks"
    return "\(key.words) is new and empty, not \(departure.name) renamed: what hangs on "
      + "\(departure.name) goes with it or is left without an owner (id \(departure.id): its "
      + "\(loss)\(grants)); v3 can rename a \(kind == "tenant" ? "project" : kind)"
  }
}
