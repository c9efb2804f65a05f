import IdentityModel
import Testing

@testable import Convergence

struct NounsSettingsTests {
  @Test("a noun holds what the settings say, in whatever order, and nothing else")
  func nouns() {
    let tenant = Tenant(name: "demo", description: "", enabled: false)
    #expect(Tenant(name: "demo", settings: tenant.fields.reversed()) == tenant)
    let user = User(name: "nova", email: "nova@example.com", tenant: "demo", enabled: true)
    #expect(User(name: "nova", settings: user.fields.reversed()) == user)
    let service = Service.make(.nova, description: "Compute")
    #expect(Service(key: .nova, settings: service.fields) == service)

    #expect(Tenant(name: "demo", settings: []) == Tenant(name: "demo"))
    #expect(User(name: "nova", settings: []) == User(name: "nova"))
    #expect(Service(key: .nova, settings: []) == .make(.nova))
  }

  @Test("a service that was hidden is made hidden")
  func hidden() {
    var service = Service.make(.nova)
    service.isShown = false
    let settings = [FieldSetting(.enabled, .flag(false))]
    #expect(Service(key: .nova, settings: settings) == service)
  }
}
