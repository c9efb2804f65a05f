import IdentityModel
import Reconciliation
import Testing

@Suite("Only a declared field can change")
struct FieldChangeTests {
  @Test("what is equivalent is no change, what is not declared is not looked at")
  func between() {
    let live = [
      FieldSetting(.description, .text("old")), FieldSetting(.enabled, .flag(true)),
      FieldSetting(.publicURL, .template(URLTemplate("http://h/%(tenant_id)s"))),
    ]
    let desired = [
      FieldSetting(.description, .text("new")), FieldSetting(.email, .text("")),
      FieldSetting(.publicURL, .template(URLTemplate("http://h/$(tenant_id)s"))),
    ]
    #expect(
      FieldChange.between(desired: desired, live: live) == [
        FieldChange(.description, from: .text("old"), to: .text("new"))
      ]
    )
    #expect(FieldChange.between(desired: [], live: live) == [])
    #expect(FieldChange.between(desired: live, live: live) == [])
  }

  @Test("a field is found by its name")
  func lookup() {
    let settings = [FieldSetting(.email, .text("e")), FieldSetting(.enabled, .flag(false))]
    #expect(settings[.email] == .text("e"))
    #expect(settings[.tenant] == nil)
  }
}
