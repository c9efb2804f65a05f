import Testing

@testable import SeedFormat

/// The tables say what the decoder does, so that a JSON Schema may be held against them.
@Suite struct SeedSchemaTests {
  static let keys = SeedSchema.RootKey.allCases

  @Test(arguments: keys)
  func `the decoder reads every shape that the table has`(key: SeedSchema.RootKey) {
    for value in Self.samples(of: key.shape) {
      let misfits = Self.misfits(in: "\(key.rawValue): \(value)")
      #expect(misfits.isEmpty, "\(key.rawValue): \(value)")
    }
  }

  @Test(arguments: keys)
  func `the decoder refuses every shape that the table lacks`(key: SeedSchema.RootKey) {
    for value in Self.counterexamples(to: key.shape) {
      let misfits = Self.misfits(in: "\(key.rawValue): \(value)")
      #expect(misfits.count == 1, "\(key.rawValue): \(value)")
    }
  }

  /// What a reading says of shapes; names that nobody declares are none of the table's business.
  private static func misfits(in seed: String) -> [String] {
    Seed.load(seed).diagnostics.map(\.message).filter { message in
      [
        "must be true", "must be a", "can't be a", "must have the key", "has no key",
        "has no value",
      ]
      .contains { message.contains($0) }
    }
  }

  private static func samples(of shape: ValueShape) -> [String] {
    switch shape {
    case .text: ["x", "'1'"]
    case .flag: ["true", "false"]
    case .list(let item): ["[]", "[\(samples(of: item)[0])]"]
    case .mapping(let table): samples(of: table)
    case .named(let value): ["{}"] + samples(of: value).map { "{n: \($0)}" }
    case .optional(let value): [""] + samples(of: value)
    case .oneOf(let shapes): shapes.flatMap(samples)
    }
  }

  private static func samples<Key: MappingKey>(of table: Key.Type) -> [String] {
    table.allCases.flatMap { key in
      samples(of: key.shape).map { mapping(key, $0) }
    }
  }

  private static func counterexamples(to shape: ValueShape) -> [String] {
    switch shape {
    case .text: ["[x]"]
    case .flag: ["maybe", "[x]"]
    case .list(let item): ["x", "{a: b}"] + counterexamples(to: item).map { "[\($0)]" }
    case .mapping(let table): ["[x]"] + counterexamples(to: table)
    case .named(let value): ["[x]"] + counterexamples(to: value).map { "{n: \($0)}" }
    case .optional(let value): counterexamples(to: value)
    // What one of the shapes refuses another may take; a list none of them does here.
    case .oneOf(let shapes): shapes.flatMap(counterexamples).filter { $0.contains("[x]") }
    }
  }

  private static func counterexamples<Key: MappingKey>(to table: Key.Type) -> [String] {
    table.allCases.flatMap { key in
      counterexamples(to: key.shape).map { mapping(key, $0) }
    }
  }

  /// A mapping with that value and with whatever else its table requires.
  private static func mapping<Key: MappingKey>(_ key: Key, _ value: String) -> String {
    var pairs = ["\(key.rawValue): \(value)"]
    pairs += Key.required.filter { $0 != key }.map { "\($0.rawValue): x" }
    // Interfaces are no mapping of their own: an endpoint has a public URL or is none.
    if Key.self == SeedSchema.InterfaceKey.self, key.rawValue != "public" {
      pairs.append("public: 'http://h'")
    }
    return "{\(pairs.joined(separator: ", "))}"
  }
}
