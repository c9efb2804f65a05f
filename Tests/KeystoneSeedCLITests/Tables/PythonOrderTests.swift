import Testing

@testable import KeystoneClient
@testable import KeystoneSeedCLI

@Suite struct PythonOrderTests {
  /// JSON in the order of `sorted` in Python 2.7, all of it different.
  static let ordered = [
    "null", "false", "true", "2", "2.5", "10", "10000000000000000000000",
    "{}", #"{"a": 1}"#, #"{"a": 2}"#, #"{"b": 1}"#, #"{"a": 1, "b": 2}"#, #"{"a": 1, "c": 0}"#,
    "[]", "[null]", "[1]", "[1, 2]", "[2]", "[{}]", #"["a"]"#,
    #""""#, #""10""#, #""9""#, #""A""#, #""Z""#, #""a""#, #""aa""#, #""e\u0301""#, #""\u00e9""#,
    #""\uff01""#, #""\ud83d\ude00""#,
  ]

  @Test func isThatOfPython() throws {
    let values = try Self.ordered.map { try JSONParser.parse(Array($0.utf8)).value }
    for (index, left) in values.enumerated() {
      for (otherIndex, right) in values.enumerated() {
        #expect(
          PythonOrder.precedes([left], [right]) == (index < otherIndex),
          "\(Self.ordered[index]), \(Self.ordered[otherIndex])"
        )
      }
    }
  }

  @Test func firstDifferenceCounts() {
    #expect(PythonOrder.precedes([.number("1"), .number("3")], [.bool(true), .number("4")]))
    #expect(PythonOrder.precedes([.string("a")], [.string("a"), .null]))
    #expect(!PythonOrder.precedes([.string("a"), .null], [.string("a")]))
    #expect(!PythonOrder.precedes([.string("a")], [.string("a")]))
  }
}
