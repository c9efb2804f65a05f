import Testing

@testable import KeystoneClient

@Suite struct JSONNodeTests {
  private func node(_ json: String) throws -> JSONNode {
    try JSONParser.parse(Array(json.utf8))
  }

  @Test("of a name that comes twice the last value is read, at whatever depth")
  func lastMember() throws {
    let object = try node(#"{"a":{"b":1,"b":[{"b":2}]},"b":3,"a":{"c":4}}"#)
    #expect(object.member("a")?.member("c")?.number == "4")
    #expect(object.member("a")?.member("b") == nil)
    #expect(object.member("b")?.number == "3")
  }

  @Test("a name is found code point by code point, and however it is written")
  func names() throws {
    let object = try node(#"{"\u0061b":"1","é":"2","e\u0301":"3","":"4"}"#)
    #expect(["ab", "é", "e\u{301}", ""].map { object.member($0)?.text } == ["1", "2", "3", "4"])
    #expect(object.member("a") == nil)
    #expect(object.member("abc") == nil)
  }

  @Test("a text is none of the other kinds, and they are no text")
  func kinds() throws {
    let values = try #require(try node(#"["a","\n",5,true,false,null,[],{}]"#).elements)
    #expect(values.map(\.text) == ["a", "\n", nil, nil, nil, nil, nil, nil])
    #expect(values.map(\.number) == [nil, nil, "5", nil, nil, nil, nil, nil])
    #expect(values.map { $0.elements == nil } == [true, true, true, true, true, true, false, true])
    #expect(values.map(\.isEmptyObject) == Array(repeating: false, count: 7) + [true])
    #expect(values.map { $0.isText("a") } == [true] + Array(repeating: false, count: 7))
    #expect(
      values.map(\.kindName) == [
        "a text", "a text", "a number", "a boolean", "a boolean", "null", "a list", "an object",
      ]
    )
    #expect(values.allSatisfy { $0.member("a") == nil && $0.members.isEmpty })
  }

  @Test("it outlives what is read after it")
  func isKept() throws {
    var parser = JSONParser(Array(#"{"a":"x"}{"a":"y"}"#.utf8))
    let first = try parser.value(depth: 0)
    parser.dropRead()
    let second = try parser.value(depth: 0)
    #expect([first, second].map { $0.member("a")?.text } == ["x", "y"])
  }
}
