import Testing

@testable import KeystoneSandbox

@Suite struct BodySchemaTests {
  private static let schema = BodySchema(
    attributes: [
      .bool("enabled"), .text("name", 1...3, .notBlank), .identifier("id", nullable: true),
      .text("note", nullable: true),
    ],
    required: ["name"],
    forbidden: ["is_domain"]
  )

  private static let good: [JSONValue] = [
    ["name": "abc"], ["name": "é\u{301}x"], ["name": "x", "enabled": false],
    ["name": "x", "id": nil, "note": nil, "unknown": []], ["name": "x", "id": "a-Z0"],
  ]

  @Test(arguments: good)
  func goodBodiesPass(body: JSONValue) throws {
    #expect(try .object(Self.schema.check(body)) == body)
  }

  private static let broken: [(JSONValue, String)] = [
    (nil, "None is not of type 'object'"),
    (["note": "x"], "'name' is a required property"),
    (["name": "x", "is_domain": true], "{'required': ['is_domain']} is not allowed for"),
    (["name": ""], "Invalid input for field 'name': '' is too short"),
    (["name": "abcd"], "Invalid input for field 'name': 'abcd' is too long"),
    (["name": " \u{A0}"], "Invalid input for field 'name': ' \u{A0}' does not match '[\\\\S]+'"),
    (["name": nil], "Invalid input for field 'name': None is not of type 'string'"),
    (
      ["name": "x", "note": true],
      "Invalid input for field 'note': True is not of type 'string', 'null'"
    ),
    (
      ["name": "x", "enabled": nil],
      "Invalid input for field 'enabled': None is not of type 'boolean'"
    ),
    (["name": "x", "id": "a b"], "Invalid input for field 'id': 'a b' does not match"),
    (["name": "x", "id": "é"], "Invalid input for field 'id': 'é' does not match"),
  ]

  @Test(arguments: broken)
  func firstRuleBrokenMakesTheMessage(body: JSONValue, message: String) {
    let refusal = #expect(throws: Refusal.self) { try Self.schema.check(body) }
    #expect(refusal?.status == 400)
    #expect(refusal?.message.hasPrefix(message) == true)
  }

  @Test func messageEndsWithTheValueInFull() {
    let refusal = #expect(throws: Refusal.self) {
      try Self.schema.check(["name": "x", "note": ["pass": "word"]])
    }
    #expect(
      refusal?.message == """
        Invalid input for field 'note': {'pass': 'word'} is not of type 'string', 'null'

        Failed validating 'type' in schema['properties']['note']

        On instance['note']:
            {'pass': 'word'}
        """
    )
  }

  @Test func oneOfSeveralIsEnoughAndEmptyMayBeTooLittle() throws {
    let either = BodySchema(attributes: [], required: ["username", "name"])
    _ = try either.check(["name": "x"])
    #expect(throws: Refusal.self) { try either.check([:]) }
    let filled = BodySchema(attributes: [], forbidden: ["a", "b"], allowsEmpty: false)
    #expect(throws: Refusal.self) { try filled.check([:]) }
    let refusal = #expect(throws: Refusal.self) { try filled.check(["b": nil]) }
    #expect(
      refusal?.message.hasPrefix("{'anyOf': [{'required': ['a']}, {'required': ['b']}]} is") == true
    )
  }
}
