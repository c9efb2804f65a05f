import Testing

@testable import KeystoneClient

@Suite struct SecretScannerTests {
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
    ("x/tokens/gAAAA" + String(repeating: "b", count: 40) + "==", "x/tokens/(sensitive)"),
    ("gAAAA" + String(repeating: "b", count: 39), "gAAAA" + String(repeating: "b", count: 39)),
    ("MII" + String(repeating: "Ab+/", count: 30) + "==", "(sensitive)"),
    ("gAAAA is short", "gAAAA is short"),
    (
      #"{\"password\": \"a\\\"b\", \"name\": \"n\"}"#,
      #"{\"password\": \"(sensitive)\", \"name\": \"n\"}"#
    ),
    ("{&quot;password&quot;: &quot;a&quot;}", "{&quot;password&quot;: &quot;(sensitive)&quot;}"),
    (
      #"{"access": {"token": {"expires": "x", "id": "0f1e"#,
      #"{"access": {"token": {"expires": "x", "id": "(sensitive)"#
    ),
    ("{'token': {u'id': u'a', 'i': 'b'}}", "{'token': {u'id': u'(sensitive)', 'i': 'b'}}"),
    (#"{"token":{"id":"a"}}"#, #"{"token":{"id":"(sensitive)"}}"#),
    ("{&quot;token&quot;:{&quot;id&quot;:5}}", "{&quot;token&quot;:{&quot;id&quot;:(sensitive)}}"),
    (#"{"id": "a", "token": {}}"#, #"{"id": "a", "token": {}}"#),
    (#""token": {"expires": "x"}"#, #""token": {"expires": "x"}"#),
    ("Could not find token: 0123abcd.", "Could not find token: (sensitive)"),
    (
      "client_secret=x&a=b, authorization: Basic",
      "client_secret=(sensitive), authorization: (sensitive)"
    ),
    ("X-Auth-Token: ADMIN1", "X-Auth-Token: (sensitive)"),
  ]

  @Test(arguments: messages)
  func takesOutWhatLooksSecret(_ message: String, _ shown: String) {
    var scanner = SecretScanner(Array(message.utf8))
    #expect(String(decoding: scanner.withoutSecrets(), as: UTF8.self) == shown)
  }

  @Test func idOfMaskedJSONIsNoSecret() {
    let text = #"{"token": {"id": "(sensitive)", "tenant": {"id": "2bb3"}}}"#
    var scanner = SecretScanner(Array(text.utf8), seeksIDs: false)
    #expect(String(decoding: scanner.withoutSecrets(), as: UTF8.self) == text)
  }

  @Test func saysWhatItFound() {
    let text = #"{"token": {"id": "0f1e2d"}, 'password': word, authorization: 0123456789ab "#
    var scanner = SecretScanner(Array(text.utf8))
    _ = scanner.withoutSecrets()
    let found = scanner.found.map { String(decoding: $0, as: UTF8.self) }
    #expect(found == ["0f1e2d", "0123456789ab"])
  }

  /// What was taken out once stays as it is, however often it is looked at.
  @Test(arguments: messages)
  func findsNothingInWhatItShows(_: String, _ shown: String) {
    var scanner = SecretScanner(Array(shown.utf8))
    #expect(String(decoding: scanner.withoutSecrets(), as: UTF8.self) == shown)
  }
}
