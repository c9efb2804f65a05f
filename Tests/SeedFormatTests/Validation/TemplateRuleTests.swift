import Testing

@testable import SeedFormat

@Suite struct TemplateRuleTests {
  /// What follows `http://h/` in a URL, and what there is to say of it.
  static let cases: [(path: String, messages: [String])] = [
    ("v2/$(tenant_id)s", []),
    ("v2/%(tenant_id)s/%(user_id)s", []),
    ("AUTH_$(tenant_id)s", []),
    ("$(public_port)s/%(admin_port)s", []),
    ("100%%", []),
    ("$5", []),
    ("a$", []),
    (
      "$(tenant_id)",
      ["error: \"$(tenant_id)\" must have an s behind the parenthesis (write $(tenant_id)s)"]
    ),
    (
      "%(tenant_id)/x",
      ["error: \"%(tenant_id)\" must have an s behind the parenthesis (write %(tenant_id)s)"]
    ),
    (
      "%(tenant_id)S",
      ["error: \"%(tenant_id)\" must have an s behind the parenthesis (write %(tenant_id)s)"]
    ),
    (
      "%(tenant_id)d/%(user_id)d",
      [
        "error: \"%(tenant_id)\" must have an s behind the parenthesis (write %(tenant_id)s)",
        "error: \"%(user_id)\" must have an s behind the parenthesis (write %(user_id)s)",
      ]
    ),
    (
      "%(tenat_id)s",
      ["error: Keystone has no \"tenat_id\" for URLs (did you mean \"tenant_id\"?)"]
    ),
    (
      "$(TENANT_ID)s",
      ["error: Keystone has no \"TENANT_ID\" for URLs (did you mean \"tenant_id\"?)"]
    ),
    (
      "$(tenant)s",
      ["error: Keystone has no \"tenant\" for URLs (did you mean \"tenant_id\"?)"]
    ),
    ("$()s", ["error: Keystone has no \"\" for URLs"]),
    ("$(tenant_id", ["error: \"$(\" has no closing parenthesis"]),
    (
      "$(admin_token)s",
      ["error: \"admin_token\" would publish Keystone's admin token to every user"]
    ),
    (
      "$(project_id)s",
      [
        "warning: Keystone knows project_id only from Mitaka on (tenant_id means the same in every"
          + " release)"
      ]
    ),
    (
      "$(compute_port)s",
      [
        "warning: Keystone knows compute_port only up to Kilo, later releases refuse it (write the"
          + " port itself)"
      ]
    ),
    (
      "$(compute_host)s",
      [
        "error: Keystone takes compute_host and then leaves the interface out of the catalog (write"
          + " the host itself)"
      ]
    ),
    ("$tenant_id", ["error: \"$tenant_id\" is plain text to Keystone (write $(tenant_id)s)"]),
    ("$tenant/x", ["error: \"$tenant\" is plain text to Keystone (write $(tenant_id)s)"]),
    (
      "$${tenant_id}",
      ["error: \"${tenant_id\" is plain text to Keystone (write $(tenant_id)s)"]
    ),
    ("$word", ["warning: \"$word\" is plain text to Keystone"]),
    ("100%", ["error: \"%\" is no template, and Keystone refuses it (write %%)"]),
    ("a%20b", ["error: \"%2\" is no template, and Keystone refuses it (write %%2)"]),
    ("%s", ["error: \"%s\" is no template, and Keystone refuses it (write %%s)"]),
    (
      "%%(tenant_id)s",
      [
        "warning: \"%%(\" is a literal \"%(\" in the catalog, nothing is filled in (write %( with"
          + " one %)"
      ]
    ),
    (
      #"%\(tenant_id\)s"#,
      ["error: a URL can't hold a backslash (write http://h/%(tenant_id)s)"]
    ),
    (
      #"%\(tenant_id\)"#,
      [
        "error: a URL can't hold a backslash (write http://h/%(tenant_id))",
        "error: \"%(tenant_id)\" must have an s behind the parenthesis (write %(tenant_id)s)",
      ]
    ),
  ]

  @Test(arguments: cases)
  func `knows what Keystone makes of a template`(path: String, messages: [String]) {
    let seed = """
      regions: {r: {}}
      services: {x: {type: t, endpoints: 'http://h/\(path)'}}
      """
    let found = Seed.load(seed).overAnyVersion.diagnostics.map { diagnostic in
      let hint = diagnostic.hint.map { " (\($0))" } ?? ""
      return "\(diagnostic.severity.rawValue): \(diagnostic.message)\(hint)"
    }
    #expect(found == messages)
  }

  @Test(arguments: ["$(project_id)s", "%(project_id)s"])
  func `project_id is odd where v2.0 may be spoken alone`(template: String) {
    let seed = """
      regions: {r: {}}
      services: {x: {type: t, endpoints: 'http://h/\(template)'}}

      """
    let warning = [
      "seed.yaml:2:36: warning: Keystone knows project_id only from Mitaka on (tenant_id means the"
        + " same in every release)"
    ]
    let reading = Seed.load(seed)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.overAnyVersion.diagnostics.map(\.description) == warning)
    #expect(reading.overVersion2.diagnostics.map(\.description) == warning)
    #expect(reading.overVersion2.desired != nil)
    let ofToday = Seed.load(seed + "domains: {heat: }")
    #expect(ofToday.overAnyVersion.diagnostics.isEmpty)
    #expect(ofToday.overVersion2.diagnostics.count == 2)
  }
}
