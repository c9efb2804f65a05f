package import Texts

/// The options of an object: those that are set, and in a seed those that are not to be.
///
/// One that is not among them is not managed in a seed, and not set in the live state.
package struct ResourceOptions: Hashable, Codable, Sendable {
  /// What an option holds.
  package enum Value: Hashable, Codable, Sendable {
    case flag(Bool)
    /// Ways to log in, each the methods that have to be passed together.
    case rules([[ExactText]])
    /// It is not to be set; of a seed alone.
    case absent

    /// The same as a field holds it.
    ///
    /// Neither the order of rules nor that of methods means anything.
    fileprivate var fieldValue: FieldValue {
      switch self {
      case .flag(let flag): .flag(flag)
      case .rules(let rules):
        .texts(
          Set(rules.map { rule in ExactText(rule.sorted().map(\.text).joined(separator: "+")) })
        )
      case .absent: .absent
      }
    }
  }

  private var values: [ResourceOption: Value]

  package init(_ values: [ResourceOption: Value] = [:]) {
    self.values = values
  }

  package subscript(option: ResourceOption) -> Value? {
    get { values[option] }
    set { values[option] = newValue }
  }

  package var isEmpty: Bool { values.isEmpty }

  /// Whether the identity service refuses to change or delete what has them.
  package var areOfImmutable: Bool { values[.immutable] == .flag(true) }

  /// As fields, in the order in which a plan shows them.
  package var fields: [FieldSetting] {
    guard !values.isEmpty else { return [] }
    return ResourceOption.allCases.compactMap { option in
      values[option].map { FieldSetting(option.field, $0.fieldValue) }
    }
  }

  /// What the option holds that a field is; nil where it is none, or is not among them.
  func value(of field: Field) -> FieldValue? {
    guard !values.isEmpty, let option = field.option else { return nil }
    return values[option]?.fieldValue
  }
}
