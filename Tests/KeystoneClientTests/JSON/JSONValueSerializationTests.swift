import Testing

@testable import KeystoneClient

@Suite struct JSONValueSerializationTests {
  static let documents = [
    "null", "true", "false", "1.50", "[]", "{}", #"[1,"a",{"b":[null]}]"#,
    #"{"a":1,"b":2,"c":3}"#, #""\"\\\n\r\t\u0000\u001f/é東🚀""#,
  ]

  @Test(arguments: documents)
  func writesWhatWasRead(_ document: String) throws {
    #expect(try JSONParser.parse(Array(document.utf8)).value.serialized == document)
  }

  @Test func writesOnlyWhatIsSet() {
    let value = JSONValue.wrapped(in: "user", ["name": .string("n"), "email": nil])
    #expect(value.serialized == #"{"user":{"name":"n"}}"#)
  }
}
