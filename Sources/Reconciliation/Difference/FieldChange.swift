package import IdentityModel

/// One field that is to hold something else.
package struct FieldChange: Hashable, Sendable {
  package let field: Field
  /// What is live; nil where nothing is set or nothing can be known.
  package let from: FieldValue?
  /// What the seed says; nil where the field goes with its object.
  package let to: FieldValue?

  package init(_ field: Field, from: FieldValue? = nil, to: FieldValue?) {
    self.field = field
    self.from = from
    self.to = to
  }

  /// What it takes to get from the live fields to the desired ones.
  ///
  /// A field that is not declared is not managed, so only declared ones are looked at.
  package static func between(desired: [FieldSetting], live: [FieldSetting]) -> [FieldChange] {
    between(desired) { live[$0] }
  }

  /// The same for two objects of a kind.
  static func between<Value: Resource>(desired: Value, live: Value) -> [FieldChange] {
    between(desired.fields) { live.value(of: $0) }
  }

  private static func between(
    _ desired: [FieldSetting],
    live: (Field) -> FieldValue?
  ) -> [FieldChange] {
    desired.compactMap { setting in
      let from = live(setting.field)
      guard !FieldValue.areEquivalent(setting.value, from) else { return nil }
      return FieldChange(setting.field, from: from, to: setting.value)
    }
  }
}

extension [FieldSetting] {
  /// What the field holds; a handful of fields, so a search beats a dictionary.
  package subscript(field: Field) -> FieldValue? {
    first { $0.field == field }?.value
  }
}
