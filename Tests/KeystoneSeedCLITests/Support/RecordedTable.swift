import FoundationEssentials
import Testing

/// What the 2014 command printed for one command line, and the answers that it printed it from.
///
/// `script/compare-tables --record` wrote them down, at a real Keystone.
struct RecordedTable: Decodable, Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let region: String?
  let answers: [RecordedTransport.Exchange]
  let output: String

  var testDescription: String { arguments.joined(separator: " ") }

  /// All that one of the files of `Tests/Fixtures/Tables` has.
  static func all(in name: String) throws -> [RecordedTable] {
    let text = try contentOfProjectFile("Tests/Fixtures/Tables/\(name).json")
    return try JSONDecoder().decode([RecordedTable].self, from: Data(text.utf8))
  }
}
