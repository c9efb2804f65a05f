import IdentityModel
import Testing

@Suite("Every kind names its set fields")
struct ResourceTests {
  static let nova = ServiceKey(type: "compute", name: "nova")

  static let immutable = ResourceOptions([.immutable: .flag(true)])

  static let full: [(any Resource, [Field])] = [
    (
      Domain(name: "corp", description: "d", enabled: true, options: immutable),
      [.description, .enabled, .immutable]
    ),
    (Region(name: "r", description: "d", parent: "p"), [.description, .parent]),
    (Role(name: "admin", description: "d", options: immutable), [.description, .immutable]),
    (Implication("operator", implies: "member"), []),
    (
      Tenant(name: "acme", description: "d", enabled: true, options: immutable),
      [.description, .enabled, .immutable]
    ),
    (Group(name: "ops", description: "d"), [.description]),
    (
      User(
        name: "ann",
        description: "d",
        email: "e",
        tenant: "acme",
        enabled: true,
        options: ResourceOptions([.locksPassword: .flag(true)])
      ), [.description, .email, .tenant, .enabled, .locksPassword]
    ),
    (Membership(user: "ann", group: "ops"), []),
    (RoleAssignment(user: "ann", tenant: "acme", role: "admin"), []),
    (Service(type: "compute", name: "nova", description: "d"), [.description]),
    (
      Endpoint(
        service: nova,
        region: "RegionOne",
        publicURL: URLTemplate("p"),
        internalURL: URLTemplate("i"),
        adminURL: URLTemplate("a")
      ), [.publicURL, .internalURL, .adminURL]
    ),
  ]

  static let bare: [(any Resource, [Field])] = [
    (Domain(name: "corp"), []),
    (Region(name: "r"), []),
    (Role(name: "admin"), []),
    (Implication("operator", implies: "member"), []),
    (Tenant(name: "acme"), []),
    (Group(name: "ops"), []),
    (User(name: "ann"), []),
    (Membership(user: "ann", group: "ops"), []),
    (RoleAssignment(user: "ann", tenant: "acme", role: "admin"), []),
    (Service(type: "compute", name: "nova"), []),
    (
      Endpoint(service: nova, region: "RegionOne", publicURL: URLTemplate("p")), [.publicURL]
    ),
  ]

  static func check(_ resource: any Resource, _ fields: [Field]) {
    #expect(resource.fields.map(\.field) == fields, "\(resource.resourceKey)")
    for field in Field.allCases {
      let setting = resource.fields.first { $0.field == field }
      #expect(resource.value(of: field) == setting?.value, "\(resource.resourceKey)")
    }
    let ranks = fields.compactMap { Field.allCases.firstIndex(of: $0) }
    #expect(ranks == ranks.sorted(), "fields come in the order in which a plan shows them")
    #expect(type(of: resource).kind == resource.resourceKey.kind)
  }

  @Test("every field that is set is there, in the order of the plan")
  func everySetField() {
    for (resource, fields) in Self.full { Self.check(resource, fields) }
  }

  @Test("a field that is not set is not there")
  func noUnsetField() {
    for (resource, fields) in Self.bare { Self.check(resource, fields) }
  }

  @Test("an empty or false field is set all the same")
  func emptyIsSet() {
    #expect(Tenant(name: "a", description: "").fields == [FieldSetting(.description, .text(""))])
    #expect(Tenant(name: "a", enabled: false).fields == [FieldSetting(.enabled, .flag(false))])
    #expect(User(name: "a", enabled: false).fields == [FieldSetting(.enabled, .flag(false))])
    #expect(User(name: "a", email: "").fields == [FieldSetting(.email, .text(""))])
  }

  @Test("the lists name every kind once")
  func everyKind() {
    // A limit is of the one kind or the other, whoever has it.
    let kinds = ResourceKind.allCases.filter { $0 != .registeredLimit && $0 != .limit }
    #expect(Self.full.map { type(of: $0.0).kind } == kinds)
    #expect(Self.bare.map { type(of: $0.0).kind } == kinds)
  }
}
