import Testing

@testable import KeystoneClient

@Suite struct RedactorTests {
  static let messages: [(String, String)] = [
    // What Keystone says of ordinary failures stays readable.
    (
      "Could not find project: 2bb326daa1ac4229b282d528672424f1.",
      "Could not find project: 2bb326daa1ac4229b282d528672424f1."
    ),
    ("http://h:8774/v2/$(tenant_id)s is bad", "http://h:8774/v2/$(tenant_id)s is bad"),
    ("The password is wrong.", "The password is wrong."),
    // Schema errors echo the value, in Python's form.
    ("{'password': 'p'} is not valid", "{'password': '(sensitive)'} is not valid"),
    (
      "Invalid input for field 'password': 5 is not of type 'string', 'null'",
      "Invalid input for field 'password': (sensitive) is not of type 'string', 'null'"
    ),
    (
      #"{u'OS-KSADM:password': u'a\'b', 'name': 'n'} is not valid"#,
      "{u'OS-KSADM:password': u'(sensitive)', 'name': 'n'} is not valid"
    ),
    (
      #"{"adminPass": "x", "original_password":"a\"b"} q"#,
      #"{"adminPass": "(sensitive)", "original_password":"(sensitive)"} q"#
    ),
    ("password=swordfish&x=1", "password=(sensitive)"),
    ("'password': 'cut of", "'password': '(sensitive)"),
    // Icehouse's conflicts are raw SQL with the row.
    (
      "INSERT ('id1', 'nova', '$6$rounds=40000$abc./$XyZ', 1)",
      "INSERT ('id1', 'nova', '(sensitive)', 1)"
    ),
    ("x $2b$12$R9h/cIPz0gi.URNNX3kh2O y", "x (sensitive) y"),
    ("x $pbkdf2-sha512$25000$a$b y", "x (sensitive) y"),
    ("$5 and $10", "$5 and $10"),
    // Tokens that can be told from names.
    ("token gAAAA" + String(repeating: "b-_", count: 40) + ".", "token (sensitive)."),
    ("MII" + String(repeating: "Ab+/", count: 30) + "==", "(sensitive)"),
    ("gAAAA is short", "gAAAA is short"),
    ("X-Auth-Token: ADMIN1", "X-Auth-Token: (sensitive)"),
  ]

  @Test(arguments: messages)
  func takesOutWhatLooksSecret(_ message: String, _ shown: String) {
    #expect(Redactor().redact(message) == shown)
  }

  @Test func takesOutTheSecretsOfTheRequest() {
    let redactor = Redactor(
      secrets: [Sensitive("swordfish"), Sensitive("swordfish-2"), Sensitive("5"), Sensitive("")]
    )
    #expect(
      redactor.redact("'swordfish-2', xswordfishx and 5 of 15")
        == "'(sensitive)', x(sensitive)x and (sensitive) of 15"
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
