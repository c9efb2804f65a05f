import IdentityModel
import Reconciliation

/// One field of a change as JSON; of a secret nothing but that it is one.
struct FieldDocument: Hashable, Codable {
  let field: Field
  let from: ScalarDocument?
  let to: ScalarDocument?
  let sensitive: Bool?

  init(_ change: FieldChange) {
    field = change.field
    from = change.from.flatMap { ScalarDocument($0) }
    to = change.to.flatMap { ScalarDocument($0) }
    sensitive = change.to == .secret ? true : nil
  }
}

extension FieldChange {
  /// A field of a change that was saved: what is shown of it is what was shown then.
  init(_ document: FieldDocument) {
    self.init(
      document.field,
      from: document.from?.value,
      to: document.sensitive == true ? .secret : document.to?.value
    )
  }
}
