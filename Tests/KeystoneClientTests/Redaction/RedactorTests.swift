import Testing

@testable import KeystoneClient

@Suite struct RedactorTests {
  @Test func takesOutTheSecretsOfTheRequest() {
    let redactor = Redactor(
      secrets: [Secret("swordfish"), Secret("swordfish-2"), Secret("5"), Secret("")]
    )
    #expect(
      redactor.redact("'swordfish-2', xswordfishx and 5 of 15")
        == "'(sensitive)', x(sensitive)x and (sensitive) of 15"
    )
  }

  @Test func takesOutASecretThatIsRepeatedAsItStandsInJSON() {
    let redactor = Redactor(secrets: [Secret(#"sword"fish\"#)])
    #expect(
      redactor.redact(#"sword"fish\ or {"x":"sword\"fish\\"}"#)
        == #"(sensitive) or {"x":"(sensitive)"}"#
    )
  }

  private static let secret = "pä/ss+w\"o&r'd ="

  @Test(arguments: [
    "pä/ss+w\"o&r'd =",
    "p%C3%A4%2Fss%2bw%22o%26r%27d%20%3D", "p%C3%A4/ss%2Bw%22o&r'd+%3D",
    "p%25C3%25A4/ss%252Bw%2522o&r'd+%3D", "p%E4/ss+w%22o&r'd =",
    #"p\u00e4\/ss+w\"o\u0026r'd ="#, #"p\u00E4\\/ss+w\\\"o&r'd ="#,
    #"p\xe4/ss+w"o&r\'d ="#, #"p\xc3\xa4/ss+w"o&r\'d ="#, #"p\303\244/ss+w"o&r\'d ="#,
    "p&auml;&#47;ss&#x2B;w&quot;o&amp;r&#39;d =", "pä&sol;ss&plus;w&#34;o&amp;amp;r&apos;d =",
    "PÄ/SS+W\"O&R'D =", "cMOkL3NzK3cibyZyJ2QgPQ==", "cMOkL3NzK3cibyZyJ2QgPQ",
    "bm92YTpww6Qvc3MrdyJvJnInZCA9", "70c3a42f73732b77226f26722764203d",
    "cMOkL3Nz\nK3cibyZyJ2QgPQ==", "cMOkL3NzK3cibyZyJ2QgPQ%3D%3D",
  ])
  func takesOutASecretInWhateverCoat(_ coated: String) {
    let redactor = Redactor(secrets: [Secret(Self.secret)])
    let shown = redactor.redact("before <\(coated)> after")
    #expect(
      ["(sensitive)", "(sensitive)%3D%3D"].map { "before <\($0)> after" }.contains(shown),
      "\(shown)"
    )
  }

  @Test func takesOutASecretOfALargeBodyInTwoCoats() {
    let filling = String(repeating: "filling ", count: 10_000)
    let redactor = Redactor(secrets: [Secret("sword/\"fish")])
    #expect(
      redactor.redact(filling + #"sword%5C/%5C%22fish"#) == filling + "(sensitive)"
    )
  }

  /// Every Fernet token ends in `=`, and it is sent with `%3D`.
  @Test func takesOutATokenOfAPathThatIsQuotedAsItWasSent() {
    let redactor = Redactor(secrets: [Secret("gAAAAABfernetSECRET==")])
    #expect(
      redactor.firstLine(of: "no route for /v2.0/tokens/gAAAAABfernetSECRET%3D%3D")
        == "no route for /v2.0/tokens/(sensitive)"
    )
  }

  @Test func showsTheFirstLineOnly() {
    let message = "'name' is a required property\n\nFailed validating 'required' in schema"
    #expect(Redactor().firstLine(of: message) == "'name' is a required property")
    #expect(Redactor().firstLine(of: "a\r\nb") == "a")
    #expect(Redactor().firstLine(of: "").isEmpty)
  }

  @Test func leavesNoHalfOfASecretThatHasALineBreak() {
    let redactor = Redactor(secrets: [Secret("first\nsecond")])
    #expect(redactor.firstLine(of: "got first\nsecond here") == "got (sensitive) here")
  }

  @Test func bringsNothingToATerminalThatSteersIt() {
    #expect(
      Redactor().firstLine(of: "a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d\u{200B}\u{2028}é東🚀")
        == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}é東🚀"
    )
  }
}
