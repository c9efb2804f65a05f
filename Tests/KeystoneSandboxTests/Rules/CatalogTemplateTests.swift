import Testing

@testable import KeystoneSandbox

@Suite struct CatalogTemplateTests {
  private static let values = ["tenant_id": "abcdef", "user_id": "it's"]

  @Test(arguments: [
    ("http://h/v1", "http://h/v1"), ("$(tenant_id)s", "abcdef"), ("%(tenant_id)s", "abcdef"),
    ("x$(tenant_id)sy", "xabcdefy"), ("100%%", "100%"), ("%5%", "%"), ("$(tenant_id)%", "%"),
    ("$tenant_id", "$tenant_id"), ("[$(tenant_id)8s]", "[  abcdef]"),
    ("[$(tenant_id)-8s]", "[abcdef  ]"), ("[$(tenant_id).2s]", "[ab]"), ("$(tenant_id).s", ""),
    ("$(tenant_id)-#0 +ls", "abcdef"), ("$(tenant_id)r", "'abcdef'"),
    ("\\$(tenant_id)s", "\\abcdef"),
  ])
  func templateIsFilledInAsPythonWould(text: String, url: String) throws {
    try CatalogTemplate(text: text).check()
    #expect(try CatalogTemplate(text: text).filled(Self.values) == url)
  }

  @Test(arguments: [
    "$(tenant_id)", "$(tenant_id", "$(nosuch)s", "$(tenant_id)d", "$(tenant_id)c", "$(tenant_id)S",
    "$(tenant_id)*s", "100%", "%20x", "%()s", "%(a(b)c)s", "%(x)%", "%", "$(compute_port)s",
  ])
  func templateThatPythonRefusesIsRefused(text: String) {
    #expect(throws: CatalogTemplate.Malformed.self) { try CatalogTemplate(text: text).check() }
  }

  @Test(arguments: ["$(compute_host)s", "%s"])
  func someTemplatesPassTheCheckAndAreNeverFilledIn(text: String) throws {
    try CatalogTemplate(text: text).check()
    #expect(throws: CatalogTemplate.Malformed.self) {
      try CatalogTemplate(text: text).filled(Self.values)
    }
  }

  @Test func absurdWidthsAreCut() throws {
    let url = try CatalogTemplate(text: "$(tenant_id)999999999s").filled(Self.values)
    #expect(url.count == 1000)
  }
}
