import FuzzSupport
import TestSupport
import Testing

@testable import KeystoneClient

@Suite struct JSONListReaderTests {
  /// What is handed over of the list `rows`, and the document that is left of it; the text comes in
  /// pieces of that size.
  private func elements(
    of text: String,
    pieces size: Int
  ) throws -> (handed: [JSONValue], document: JSONValue) {
    var handed: [JSONValue] = []
    let take = { (event: JSONListReader.Event) in
      switch event {
      case .begins: handed = []
      case .element(let value): handed.append(value.value)
      }
    }
    var reader = JSONListReader(name: "rows")
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.receive($0, take) }
    }
    let document = try reader.finish(take).value
    return (handed, document)
  }

  static let sizes = [1, 2, 3, 7, 1000]

  static let lists: [(String, [JSONValue], JSONValue)] = [
    (#"{"rows":[]}"#, [], .object(["rows": .array([])])),
    (
      #"{ "rows" : [ {"a":1} , "b" ] , "more": null }"#,
      [.object(["a": .number("1")]), .string("b")],
      .object(["rows": .array([]), "more": .null])
    ),
    // The last one counts, as it does where the list is kept.
    (#"{"rows":[1],"rows":[2,3]}"#, [.number("2"), .number("3")], .object(["rows": .array([])])),
    (#"{"rows":[1],"rows":[]}"#, [], .object(["rows": .array([])])),
    (#"{"rows":[1],"rows":5}"#, [], .object(["rows": .number("5")])),
    // Only the document's own list is meant, however its name is written.
    (
      #"{"in":{"rows":[1]}}"#, [],
      .object(["in": .object(["rows": .array([.number("1")])])])
    ),
    (#"["rows"]"#, [], .array([.string("rows")])),
    (
      #"{"r\u006fws":[12, -3.5e1]}"#, [.number("12"), .number("-3.5e1")],
      .object(["rows": .array([])])
    ),
    ("\u{FEFF}{}", [], .object([:])),
    (
      #"{"links":{"next":null},"rows":["é","\ud83d\ude80"],"truncated":true} "#,
      [.string("é"), .string("🚀")],
      .object([
        "links": .object(["next": .null]), "rows": .array([]), "truncated": .bool(true),
      ])
    ),
  ]

  @Test("the elements of a list are handed over one by one", arguments: lists)
  func handsElementsOver(_ text: String, _ expected: [JSONValue], _ document: JSONValue) throws {
    for size in Self.sizes {
      let result = try elements(of: text, pieces: size)
      #expect(result.handed == expected)
      #expect(result.document == document)
    }
  }

  @Test(
    "a list that is handed over is read by the same grammar, and a fault is where it is",
    arguments: sizes
  )
  func handsNothingOverOfWhatIsNoDocument(size: Int) {
    for (text, fault) in [
      ("", JSONFault.truncated),
      (#"{"rows":[1,"#, .truncated),
      (#"{"rows":[1"#, .truncated),
      (#"{"rows":[1]"#, .truncated),
      (#"{"rows":["a"#, .truncated),
      (#"{"ro"#, .truncated),
      (#"{"rows":[1,]}"#, .invalid("no value begins like this", offset: 11)),
      (#"{"rows":[1 2]}"#, .invalid("a comma or an end should be here", offset: 11)),
      (#"{"rows":[1]} x"#, .invalid("something follows the document", offset: 13)),
      (#"{"rows":[1],5}"#, .invalid("a name should be here", offset: 12)),
      (#"{"rows":[{"a" 1}]}"#, .invalid("a colon should be here", offset: 14)),
    ] {
      #expect(throws: fault) { try elements(of: text, pieces: size) }
    }
  }

  @Test("it reads what the parser reads, and faults where that does", arguments: 1...60)
  func agreesWithTheParser(seed: Int) throws {
    var numbers = SeededGenerator(seed: seed)
    let document =
      #"{"a":[1,{"b":"\u00e9é"}],"rows":[{"id":"x\\\"y","n":-1.5e3},[],"z",true,null],"c":{}}"#
    var bytes = Array(document.utf8)
    for _ in 0..<Int.random(in: 0...2, using: &numbers) {
      bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(
        in: 0x20...0x7E,
        using: &numbers
      )
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let size = Int.random(in: 1...9, using: &numbers)
    let whole = Result { () throws(JSONFault) in try JSONParser.parse(Array(text.utf8)).value }
    let pieces = Result { try elements(of: text, pieces: size) }
    switch (whole, pieces) {
    case (.failure(let one), .failure(let other)): #expect(one == other as? JSONFault, "\(text)")
    case (.success(.object(let object)), .success(let read)):
      guard case .array(let rows)? = object["rows"] else {
        #expect(read.document == .object(object), "\(text)")
        return
      }
      #expect(read.handed == rows, "\(text)")
    case (.success(let value), .success(let read)): #expect(read.document == value, "\(text)")
    default: Issue.record("\(text): \(whole), \(pieces)")
    }
  }

  @Test("a text of a megabyte that comes a byte at a time is read again a few times only")
  func repeatsFewSteps() throws {
    let text = #"{"first":""# + String(repeating: "x", count: 1 << 20) + #"","rows":[1]}"#
    #expect(try elements(of: text, pieces: 1).handed == [.number("1")])
  }
}
