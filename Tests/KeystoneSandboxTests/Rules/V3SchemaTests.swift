import Testing

@testable import KeystoneSandbox

@Suite struct V3SchemaTests {
  private static let schema = V3Schema(
    name: "thing",
    fields: [
      ("name", .text(1...4, .notBlank)), ("note", .text(nullable: true)), ("on", .enabled),
      ("flag", .boolean()), ("kind", .choice(["a", "b"])), ("tags", .tags),
      ("url", .text(0...9, .url)), ("options", .object([("immutable", .boolean(nullable: true))])),
    ],
    required: ["name"],
    refusesEmpty: true
  )

  private func message(_ body: JSONValue, _ release: SandboxRelease = .current) -> String {
    do throws(Refusal) {
      _ = try Self.schema.check(body, release)
      return ""
    } catch {
      return error.status == 500 ? "500" : error.message
    }
  }

  @Test(arguments: [
    (#"{"name": ""}"#, "name", "", "'' should be non-empty"),
    (#"{"name": "  "}"#, "name", "  ", #"'  ' does not match '[\\S]+'"#),
    (#"{"name": "12345"}"#, "name", "12345", "'12345' is too long"),
    (#"{"name": 5}"#, "name", "5", "5 is not of type 'string'"),
    (#"{"name": "n", "note": 5}"#, "note", "5", "5 is not of type 'string', 'null'"),
    (#"{"name": "n", "flag": "x"}"#, "flag", "x", "'x' is not of type 'boolean'"),
    (#"{"name": "n", "kind": "A"}"#, "kind", "A", "'A' is not one of ['a', 'b']"),
    (#"{"name": "n", "tags": ["a/b"]}"#, "0", "a/b", "'a/b' does not match '^[^,/]*$'"),
    (#"{"name": "n", "tags": "x"}"#, "tags", "x", "'x' is not of type 'array'"),
    (
      #"{"name": "n", "tags": ["a", "a"]}"#, "tags", "['a', 'a']",
      "['a', 'a'] has non-unique elements"
    ),
    (#"{"name": "n", "url": "a"}"#, "url", "a", "'a' does not match '^[a-zA-Z0-9+.-]+:.+'"),
    (
      #"{"name": "n", "options": {"x": 1}}"#, "options", "{'x': 1}",
      "Additional properties are not allowed ('x' was unexpected)"
    ),
    (
      #"{"name": "n", "options": {"immutable": "x"}}"#, "immutable", "x",
      "'x' is not of type 'boolean', 'null'"
    ),
    (#"{"note": null}"#, "thing", "{'note': None}", "'name' is a required property"),
    ("{}", "thing", "{}", "{} should be non-empty"),
    ("null", "thing", "None", "None is not of type 'object'"),
  ])
  func newestReleaseSaysItInOneLine(
    body: String,
    name: String,
    value: String,
    what: String
  ) throws {
    let text = "Invalid input for field/attribute \(name). Value: \(value). \(what)"
    #expect(message(try JSONParser.parse(Array(body.utf8))) == text)
  }

  @Test(arguments: [SandboxRelease.pike, .zed])
  func earlierOnesTakeManyLines(release: SandboxRelease) {
    #expect(
      message(["name": "12345"], release)
        == """
        Invalid input for field 'name': '12345' is too long

        Failed validating 'maxLength' in schema['properties']['name']

        On instance['name']:
            '12345'
        """
    )
    #expect(message(["name": ""], release).contains("'' is too short"))
    #expect(message([:], release).hasPrefix("{} does not have enough properties"))
  }

  @Test func newestReleaseStumblesOverASwitchAsText() {
    #expect(message(["name": "n", "on": "yes"]) == "500")
    #expect(message(["name": "n", "on": "yes"], .zed).contains("is not of type 'boolean'"))
    #expect(message(["name": "n", "on": nil]).contains("None is not one of [True, 'True'"))
    #expect(message(["name": "n", "on": false]) == "")
  }

  @Test(arguments: ["http://a", "a+.-1:x"])
  func urlNeedsASchemeAndMore(url: String) {
    #expect(V3Schema.Pattern.url.matches(url))
  }

  @Test(arguments: ["", ":x", "a:", "a b:x", "a:\n"])
  func otherwiseItIsNone(url: String) {
    #expect(!V3Schema.Pattern.url.matches(url))
  }
}
