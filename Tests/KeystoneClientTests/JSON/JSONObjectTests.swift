import Testing

@testable import KeystoneClient

@Suite struct JSONObjectTests {
  func object(_ json: String) throws -> JSONObject {
    guard case .object(let object) = try JSONParser.parse(Array(json.utf8)).value else {
      return [:]
    }
    return object
  }

  @Test func keepsTheOrderOfTheText() throws {
    #expect(try object(#"{"b":1,"a":2,"c":3}"#).map(\.key) == ["b", "a", "c"])
  }

  @Test(arguments: [1, 40])
  func lastValueOfAKeyCountsAtThePlaceOfTheFirst(others: Int) throws {
    let rest = (0..<others).map { #""k\#($0)":0"# }.joined(separator: ",")
    let object = try object(#"{"a":1,\#(rest),"b":2,"a":3}"#)
    #expect(object.map(\.key) == ["a"] + (0..<others).map { "k\($0)" } + ["b"])
    #expect(object["a"] == .number("3"))
    #expect(object["b"] == .number("2"))
  }

  @Test(arguments: [0, 40])
  func keysAreToldApartCodePointByCodePoint(others: Int) throws {
    let rest = (0..<others).map { #","k\#($0)":0"# }.joined()
    let object = try object("{\"\u{E9}\":1,\"e\u{301}\":2\(rest)}")
    #expect(object.count == 2 + others)
    #expect(object["\u{E9}"] == .number("1"))
    #expect(object["e\u{301}"] == .number("2"))
  }

  @Test func nullIsAValueAndWhatIsMissingIsNone() throws {
    let object = try object(#"{"a":null}"#)
    #expect(object["a"] == .null)
    #expect(object["b"] == nil)
  }

  @Test func orderMeansNothingToEquality() throws {
    let one = try object(#"{"a":1,"b":[2]}"#)
    let other = try object(#"{"b":[2],"a":1}"#)
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
    #expect(try one != object(#"{"a":1,"b":[3]}"#))
    #expect(try one != object(#"{"a":1}"#))
  }

  @Test func namedValuesAreInTheOrderOfTheirNames() {
    #expect(JSONObject(["b": .null, "a": .null, "B": .null]).map(\.key) == ["B", "a", "b"])
  }
}
