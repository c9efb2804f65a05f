import Testing

@testable import SeedFormat

/// The tables say what the decoder does, so that a JSON Schema may be held against them.
@Suite struct SeedSchemaTests {
  static let keys = SeedSchema.RootKey.allCases

  @Test(arguments: keys)
  func `the decoder reads every shape that the table has`(key: SeedSchema.RootKey) {
    for value in ShapeExamples.fitting(key.shape) {
      let misfits = Self.misfits(in: "\(key.rawValue): \(value)")
      #expect(misfits.isEmpty, "\(key.rawValue): \(value)")
    }
  }

  @Test(arguments: keys)
  func `the decoder refuses every shape that the table lacks`(key: SeedSchema.RootKey) {
    for value in ShapeExamples.unfitting(key.shape) {
      let misfits = Self.misfits(in: "\(key.rawValue): \(value)")
      #expect(misfits.count == 1, "\(key.rawValue): \(value)")
    }
  }

  /// The diagnostics about shapes; undeclared names are not the table's concern.
  private static func misfits(in seed: String) -> [String] {
    Seed.load(seed).diagnostics.map(\.message).filter { message in
      [
        "must be true", "must be a", "can't be a", "must have the key", "has no key",
        "has no value",
      ]
      .contains { message.contains($0) }
    }
  }
}
