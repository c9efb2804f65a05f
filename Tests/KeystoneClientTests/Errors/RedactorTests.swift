import Testing

@testable import KeystoneClient

@Suite struct RedactorTests {
  @Test func takesOutTheSecretsOfTheRequest() {
    let redactor = Redactor(
      secrets: [Sensitive("swordfish"), Sensitive("swordfish-2"), Sensitive("5"), Sensitive("")]
    )
    #expect(
      redactor.redact("'swordfish-2', xswordfishx and 5 of 15")
        == "'(sensitive)', x(sensitive)x and (sensitive) of 15"
    )
  }

  @Test func takesOutASecretThatIsRepeatedAsItStandsInJSON() {
    let redactor = Redactor(secrets: [Sensitive(#"sword"fish\"#)])
    #expect(
      redactor.redact(#"sword"fish\ or {"x":"sword\"fish\\"}"#)
        == #"(sensitive) or {"x":"(sensitive)"}"#
    )
  }

  @Test func showsTheFirstLineOnly() {
    let message = "'name' is a required property\n\nFailed validating 'required' in schema"
    #expect(Redactor().firstLine(of: message) == "'name' is a required property")
    #expect(Redactor().firstLine(of: "a\r\nb") == "a")
    #expect(Redactor().firstLine(of: "").isEmpty)
  }

  @Test func leavesNoHalfOfASecretThatHasALineBreak() {
    let redactor = Redactor(secrets: [Sensitive("first\nsecond")])
    #expect(redactor.firstLine(of: "got first\nsecond here") == "got (sensitive) here")
  }

  @Test func bringsNothingToATerminalThatSteersIt() {
    #expect(
      Redactor().firstLine(of: "a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d\u{200B}\u{2028}é東🚀")
        == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}é東🚀"
    )
    #expect(Redactor.printable("abcdef", limit: 3) == "abc…")
    #expect(Redactor.printable("abc", limit: 3) == "abc")
  }
}
