import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct URLTemplateRenderedTests {
  @Test(
    arguments: [
      ("http://h:1/v2", "http://h:1/v2"),
      ("http://h/AUTH_$(tenant_id)s", "http://h/AUTH_T"),
      ("http://h/%(tenant_id)s/%(user_id)s/x", "http://h/T/U/x"),
      ("http://h/$(project_id)s", "http://h/T"),
      ("http://h/100%%", "http://h/100%"),
      ("http://h/$tenant_id", "http://h/$tenant_id"),
      ("http://h/$", "http://h/$"),
      ("http://h:$(public_port)s", nil),
      ("http://h/$(tenant_id)", nil),
      ("http://h/$(tenant_id)d", nil),
      ("http://h/$(tenant_id", nil),
      ("http://h/100%", nil),
      ("http://h/%x", nil),
    ] as [(String, String?)]
  )
  func `Keystone's own values are filled in`(template: String, url: String?) {
    #expect(URLTemplate(template).rendered(tenantID: "T", userID: "U") == url)
  }
}
