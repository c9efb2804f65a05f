/// The keys that one kind of mapping may have, as a table: which, what each holds, which must be.
///
/// The decoder switches over them without a `default`, so that a key in the table is a key that is
/// read; the published JSON Schema is held against the same table.
protocol MappingKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What such a mapping describes, for messages: `a user`.
  static var noun: String { get }

  /// The keys that may not be left out.
  static var required: [Self] { get }

  /// Whether a key that is not in the table, whatever it holds, is the business of whoever wrote it.
  static func isPassedOver(_ key: String) -> Bool

  /// What the key holds.
  var shape: ValueShape { get }

  /// The key that means the same, where this is another word for it.
  var synonym: Self? { get }
}

extension MappingKey {
  static var required: [Self] { [] }

  static func isPassedOver(_ key: String) -> Bool { false }

  var synonym: Self? { nil }

  /// The one word for all that mean the same.
  var meaning: Self { synonym ?? self }
}

/// What a value of the seed looks like.
indirect enum ValueShape: Sendable {
  /// Any scalar but null, taken as its source text.
  case text
  /// That word and no other.
  case word(String)
  /// `true` or `false`.
  case flag
  /// A limit: `-1`, a whole number, or that there is to be none.
  case limit
  /// `true`, and nothing else.
  case yes
  /// A list whose items all have one shape.
  case list(ValueShape)
  /// A mapping with the keys of a table.
  case mapping(any MappingKey.Type)
  /// A mapping from names to values of one shape.
  case named(ValueShape)
  /// Any one of several shapes.
  case oneOf([ValueShape])
  /// That shape, or nothing at all behind the colon.
  case optional(ValueShape)
}
