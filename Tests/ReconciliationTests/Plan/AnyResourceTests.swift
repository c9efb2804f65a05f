import IdentityModel
import Reconciliation
import Testing

struct AnyResourceTests {
  @Test("a user that is made shows its password where the plan has it, and holds none")
  func password() {
    let user = User(name: "nova", email: "n@x", tenant: "service", enabled: true)
    let with = Change.create(.user(user, setsPassword: true))
    #expect(with.fields.map(\.field) == [.email, .tenant, .password, .enabled])
    #expect(with.sets(.password) && with.sets(.tenant))
    let without = Change.create(.user(User(name: "nova", email: "n@x"), setsPassword: false))
    #expect(without.fields.map(\.field) == [.email])
    #expect(!without.sets(.password) && !without.sets(.tenant))
  }

  @Test("a URL that an endpoint repeats of another row is held, and not shown as a difference")
  func carried() {
    var endpoint = Endpoint.make(admin: "http://a")
    endpoint.internalURL = URLTemplate("http://i")
    let row = EndpointRow(endpoint, on: .made, carried: [.adminURL])
    let change = Change.create(.endpoint(row))
    #expect(change.fields.map(\.field) == [.publicURL, .internalURL])
    #expect(!change.sets(.adminURL) && change.sets(.internalURL))
    #expect(change.key == .endpoint(.nova))
  }
}
