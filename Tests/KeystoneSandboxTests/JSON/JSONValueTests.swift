import Testing

@testable import KeystoneSandbox

@Suite struct JSONValueTests {
  private static let cases: [(JSONValue, Bool)] = [
    (JSONValue.null, false), (false, false), (.number("0"), false), (.number("-0.0"), false),
    ("", false), ([], false), ([:], false),
    (true, true), (.number("1"), true), (.number("0.5"), true), (.number("NaN"), true),
    (" ", true), ([.null], true), (["a": nil], true),
  ]

  @Test(arguments: cases)
  func truthIsPythons(value: JSONValue, isTruthy: Bool) {
    #expect(value.isTruthy == isTruthy)
  }

  @Test func onlyAStringIsAStringAndOnlyAnObjectAnObject() {
    #expect(JSONValue.string("a").string == "a")
    #expect(JSONValue.number("1").string == nil)
    #expect(JSONValue.object(["a": true]).object == ["a": true])
    #expect(JSONValue.array([]).object == nil)
  }
}
