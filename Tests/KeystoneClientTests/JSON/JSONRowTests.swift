import Testing

@testable import KeystoneClient

@Suite struct JSONRowTests {
  func row(_ json: String) throws -> JSONRow {
    try JSONRow(try JSONParser.parse(Array(json.utf8)), at: "users[3]")
  }

  static let shapes: [(String, String)] = [
    (#"{}"#, "users[3].id is missing"),
    (#"{"id":null}"#, "users[3].id is missing"),
    (#"{"id":5}"#, "users[3].id is a number, not a text"),
    (#"{"id":""}"#, "users[3].id is empty"),
    (#"{"id":["a"]}"#, "users[3].id is a list, not a text"),
    (#"[]"#, "users[3] is a list, not an object"),
    (#""x""#, "users[3] is a text, not an object"),
  ]

  @Test(arguments: shapes)
  func refusesARowWithoutAUsableID(_ json: String, with detail: String) {
    #expect(throws: ShapeFault(detail)) { try row(json).requiredText("id") }
  }

  @Test func anEmptyIDMayStandInAListAlone() throws {
    let value = try JSONParser.parse(Array(#"{"id":""}"#.utf8))
    #expect(try JSONRow(value, in: "users", at: 3).identifier() == "")
    #expect(throws: ShapeFault("users[3].id is empty")) {
      try JSONRow(value, at: "users[3]").identifier()
    }
    let missing = try JSONParser.parse(Array("{}".utf8))
    #expect(throws: ShapeFault("users[3].id is missing")) {
      try JSONRow(missing, in: "users", at: 3).identifier()
    }
    #expect(try row(#"{"id":"a"}"#).identifier() == "a")
  }

  @Test func takesTheFirstNameThatHasAValue() throws {
    #expect(try row(#"{"name":"n","username":"u"}"#).requiredText("name", or: "username") == "n")
    #expect(try row(#"{"name":null,"username":"u"}"#).requiredText("name", or: "username") == "u")
    #expect(throws: ShapeFault("users[3].name/username is missing")) {
      try row("{}").requiredText("name", or: "username")
    }
  }

  static let enabled: [(String, Bool)] = [
    ("{}", true), (#"{"enabled":null}"#, true), (#"{"enabled":true}"#, true),
    (#"{"enabled":1}"#, true), (#"{"enabled":false}"#, false), (#"{"enabled":0}"#, false),
    (#"{"enabled":"TRUE"}"#, true), (#"{"enabled":"False"}"#, false), (#"{"enabled":"1"}"#, true),
  ]

  @Test(arguments: enabled)
  func takesAMissingFlagForEnabled(_ json: String, _ expected: Bool) throws {
    #expect(try row(json).isEnabled() == expected)
  }

  @Test(arguments: [#""yes""#, #""""#, "2", "{}", "[]"])
  func refusesAFlagThatIsNone(_ value: String) {
    #expect(throws: ShapeFault.self) { try row(#"{"enabled":\#(value)}"#).isEnabled() }
  }

  @Test func showsAnyJSONWhereATextIsUsual() throws {
    let row = try row(#"{"a":"x","b":5,"c":{"d":[]},"e":null}"#)
    #expect(["a", "b", "c", "e", "f"].map { row.text($0) } == ["x", "5", #"{"d":[]}"#, nil, nil])
  }

  @Test func tellsAMissingListFromAnEmptyOne() throws {
    #expect(try row(#"{"roles":[]}"#).rows("roles").isEmpty)
    #expect(try row("{}").optionalRows("roles").isEmpty)
    #expect(throws: ShapeFault("users[3].roles is missing")) { try row("{}").rows("roles") }
    #expect(throws: ShapeFault("users[3].roles is a number, not a list")) {
      try row(#"{"roles":5}"#).optionalRows("roles")
    }
    #expect(throws: ShapeFault("users[3].roles[1] is a text, not an object")) {
      try row(#"{"roles":[{},"x"]}"#).rows("roles")
    }
  }

  @Test func saysWhichOneOfAListIsWrong() throws {
    #expect(throws: ShapeFault("users[3].roles[1] is a number, not an object")) {
      try row(#"{"roles":[{},5]}"#).rows("roles")
    }
    let rows = try row(#"{"roles":[{"id":"a"},{"tenant":{}}]}"#).rows("roles")
    #expect(rows.count == 2)
    #expect(throws: ShapeFault("users[3].roles[1].id is missing")) {
      try rows[1].requiredText("id")
    }
    #expect(throws: ShapeFault("users[3].roles[1].tenant.id is missing")) {
      try rows[1].row("tenant").requiredText("id")
    }
  }
}
