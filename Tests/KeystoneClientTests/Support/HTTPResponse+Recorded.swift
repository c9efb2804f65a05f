import FoundationEssentials
import KeystoneClient

extension HTTPResponse {
  /// What a real Keystone answered, by the case's name; `Tests/Fixtures/V3/record` wrote it down.
  static func recorded(_ name: String) throws -> HTTPResponse {
    guard let answer = try RecordedV3Answer.all[name] else { throw RecordedV3Answer.Missing(name) }
    return answer.response
  }

  /// All of the recording, in the order of the cases' names.
  static func allRecorded() throws -> [HTTPResponse] {
    try RecordedV3Answer.all.sorted { $0.key < $1.key }.map(\.value.response)
  }
}

/// One line of the recording.
private struct RecordedV3Answer: Decodable {
  struct Missing: Error {
    let name: String

    init(_ name: String) {
      self.name = name
    }
  }

  let status: Int
  let headers: [String: String]
  let body: String
  let `case`: String

  var response: HTTPResponse {
    HTTPResponse(
      status: status,
      headers: headers.map { HTTPHeader($0, $1) },
      body: Array(body.utf8)
    )
  }

  static var all: [String: RecordedV3Answer] {
    get throws { try loaded.get() }
  }

  private static let loaded = Result {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try Data(contentsOf: URL(filePath: "/\(folder)/Fixtures/V3/answers.jsonl"))
    let answers = try file.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(RecordedV3Answer.self, from: Data($0))
    }
    return Dictionary(uniqueKeysWithValues: answers.map { ($0.case, $0) })
  }
}
