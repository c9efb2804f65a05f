import FoundationEssentials

/// What the 2014 command printed for one command line, and the answers that it printed it from.
///
/// `script/real tables --record` wrote them down, at a real Keystone.
struct RecordedTable: Decodable, Sendable {
  let arguments: [String]
  let region: String?
  let answers: [RecordedTransport.Exchange]
  let output: String

  /// All that the files of a folder of `Tests/Fixtures` have.
  static func all(in fixtures: String = "Tables") throws -> [RecordedTable] {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(folder)/Fixtures/\(fixtures)"
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted().flatMap { name in
      let file = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
      return try JSONDecoder().decode([RecordedTable].self, from: file)
    }
  }
}
