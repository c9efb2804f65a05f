import FoundationEssentials
import KeystoneClient
import Testing

/// What the openstack command printed of one cloud, and what Keystone answers there to the requests
/// that the lists are made of.
///
/// `script/real tables --record` wrote them down, at a real Keystone of today.
struct RecordedLists: Decodable, Sendable {
  struct Case: Decodable, Sendable {
    let arguments: [String]
    let output: String
  }

  let answers: [RecordedTransport.Exchange]
  let cases: [Case]

  /// The cloud of that name in `Tests/Fixtures/Lists`.
  static func cloud(_ name: String) throws -> RecordedLists {
    try JSONDecoder().decode(RecordedLists.self, from: Data(contentsOf: file("\(name).json")))
  }

  /// Texts, and how many cells the openstack command takes each for.
  static func widths() throws -> [(text: String, width: Int)] {
    let content = String(decoding: try Data(contentsOf: file("widths.tsv")), as: UTF8.self)
    return try content.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      let text = try JSONDecoder().decode(String.self, from: Data(parts[1].utf8))
      return (text, try #require(Int(parts[0])))
    }
  }

  private static func file(_ name: String) -> URL {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return URL(filePath: "/\(folder)/Fixtures/Lists/\(name)")
  }
}
