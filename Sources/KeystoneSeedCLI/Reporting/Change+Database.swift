import IdentityModel
import Reconciliation
import SeedFormat

extension Change {
  /// The parts that a Keystone on MySQL cannot store, a sentence each: it always answers 500.
  var unstorable: [String] {
    switch action {
    case .create, .replace: unstorableNames + unstorableTexts
    case .update: unstorableTexts
    case .delete: []
    }
  }

  /// A service's name is no column, but part of a JSON text, which holds any character.
  private var unstorableNames: [String] {
    switch key {
    case .named(_, let name):
      Self.hints(on: name.text, "name")
    case .service(let key): Self.hints(on: key.type.text, "type")
    case .endpoint(let key): Self.hints(on: key.region.text, "region")
    case .limit(let key): Self.hints(on: key.resource.text, "resource")
    case .implication, .membership, .assignment: []
    }
  }

  private var unstorableTexts: [String] {
    fields.flatMap { change -> [String] in
      guard change.field == .description, case .text(let text) = change.to else { return [] }
      let count = text.utf8.count
      let isTooLong = count > DatabaseRule.mostBytes
      let length =
        isTooLong
        ? ["MySQL stores \(DatabaseRule.mostBytes) bytes of a description; this one has \(count)."]
        : []
      return (key.kind == .tenant ? Self.hints(on: text, "description") : []) + length
    }
  }

  private static func hints(on text: String, _ noun: String) -> [String] {
    guard let character = DatabaseRule.unstorableCharacter(of: text) else { return [] }
    return ["MySQL's utf8 ends at U+FFFF: it cannot store \(character) in the \(noun)."]
  }
}
