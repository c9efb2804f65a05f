import IdentityModel
import Reconciliation

/// The line of a plan that names a change, and the remark behind it.
struct Headline {
  /// The mark, the kind and the key.
  let text: String
  /// Why, where the fields alone do not say so.
  let remark: String?
  /// How wide the text is.
  var width: Int { text.count }
  /// Both on one line, without the blanks in front.
  var line: String { bare + (remark.map { "    \($0)" } ?? "") }
  /// The text without the blanks in front.
  var bare: String { String(text.drop { $0 == " " }) }

  init(_ change: Change, backend: String) {
    self.init(ShownChange(change), backend: backend)
  }

  init(_ change: ShownChange, backend: String) {
    if let former = change.formerKey {
      let new = TerminalText.harmless(change.key.shown)
      text = "  \(change.action.mark) \(former.words(over: backend)) -> \(new)"
    } else {
      let words = change.key.words(over: backend)
      text = "  \(change.action.mark) \(words)" + Self.interface(of: change)
    }
    remark = Self.remark(on: change, backend: backend)
  }

  /// The interface that goes, where each is a row of its own; what is made or changed has it below.
  private static func interface(of change: ShownChange) -> String {
    guard change.action.isDestructive, case .endpoint(let key) = change.key,
      let interface = key.interface
    else { return "" }
    return ", \(interface.rawValue)"
  }

  private static func isOfGroup(_ key: ResourceKey) -> Bool {
    guard case .assignment(let assignment) = key, case .group = assignment.holder else {
      return false
    }
    return true
  }

  private static let movesOffDuplicate = "moves off a duplicate of its service"

  /// Why it is done, where the fields alone do not say so.
  static func remark(on change: ShownChange, backend: String) -> String? {
    if change.formerKey != nil { return "renamed, its id stays" }
    let id = change.id.map { ", id \(TerminalText.harmless($0))" } ?? ""
    if let service = change.formerServiceID {
      return movesOffDuplicate + ", id \(TerminalText.harmless(service))"
    }
    if let whole = change.wholeOfNew { return "below \(TerminalText.harmless(whole.shown))" }
    if case .limit = change.key, change.action == .create {
      return change.fields.first.map { PlanReport.shown($0.to) }
    }
    switch (change.action, change.reason) {
    case (.replace, .movesWithService):
      return "its service is replaced: the new one is made first"
    case (.replace, .movesFromDuplicate):
      return movesOffDuplicate + id
    case (.replace, _):
      let kind = change.key.kind.noun(over: backend)
      let article = change.key.kind == .endpoint ? "an" : "a"
      return "\(backend) cannot change \(article) \(kind): the new one is made first"
    case (_, .duplicate): return "duplicate" + id
    case (_, .declaredAbsent): return "declared absent"
    case (_, .unmanaged): return "unmanaged" + id
    case (_, .holderIsGone): return "no such \(isOfGroup(change.key) ? "group" : "user") any more"
    case (_, .givenBack): return "taken away while the registered one is changed"
    case (_, .movesWithService), (_, .movesFromDuplicate), (_, nil): return nil
    }
  }
}
