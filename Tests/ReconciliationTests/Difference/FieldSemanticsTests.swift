import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("A declared field that differs is the one change, whatever the field")
struct FieldSemanticsTests {
  /// One field of an object on both sides, and the change of it that is due.
  struct FieldCase: CustomTestStringConvertible {
    let name: String
    let desired: DesiredState
    let live: LiveState
    let expected: FieldChange?

    var testDescription: String { name }

    static func tenant(_ name: String, _ desired: Tenant, _ live: Tenant, _ to: FieldChange?)
      -> FieldCase
    {
      FieldCase(
        name: "tenant: \(name)",
        desired: .make { $0.tenants = [desired] },
        live: .make { $0.tenants = [Live(id: "1", live)] },
        expected: to
      )
    }

    static func user(_ name: String, _ desired: User, _ live: User, _ to: FieldChange?)
      -> FieldCase
    {
      FieldCase(
        name: "user: \(name)",
        desired: .make {
          $0.tenants = [Tenant(name: "acme")]
          $0.users = [desired]
        },
        live: .make {
          $0.tenants = [Live(id: "t", Tenant(name: "acme"))]
          $0.users = [Live(id: "1", live)]
        },
        expected: to
      )
    }
  }

  static let cases: [FieldCase] = [
    .tenant(
      "description identical",
      Tenant(name: "t", description: "a"),
      Tenant(name: "t", description: "a"),
      nil
    ),
    .tenant(
      "description different",
      Tenant(name: "t", description: "a"),
      Tenant(name: "t", description: "b"),
      FieldChange(.description, from: .text("b"), to: .text("a"))
    ),
    .tenant(
      "description undeclared, live set",
      Tenant(name: "t"),
      Tenant(name: "t", description: "b"),
      nil
    ),
    .tenant("description undeclared, live unset", Tenant(name: "t"), Tenant(name: "t"), nil),
    .tenant(
      "description declared empty, live unset",
      Tenant(name: "t", description: ""),
      Tenant(name: "t"),
      nil
    ),
    .tenant(
      "description declared empty, live set",
      Tenant(name: "t", description: ""),
      Tenant(name: "t", description: "b"),
      FieldChange(.description, from: .text("b"), to: .text(""))
    ),
    .tenant(
      "description in another composition",
      Tenant(name: "t", description: "caf\u{E9}"),
      Tenant(name: "t", description: "cafe\u{301}"),
      FieldChange(.description, from: .text("cafe\u{301}"), to: .text("caf\u{E9}"))
    ),
    .tenant(
      "enabled identical",
      Tenant(name: "t", enabled: false),
      Tenant(name: "t", enabled: false),
      nil
    ),
    .tenant(
      "enabled different",
      Tenant(name: "t", enabled: true),
      Tenant(name: "t", enabled: false),
      FieldChange(.enabled, from: .flag(false), to: .flag(true))
    ),
    .tenant(
      "disabled is declared",
      Tenant(name: "t", enabled: false),
      Tenant(name: "t", enabled: true),
      FieldChange(.enabled, from: .flag(true), to: .flag(false))
    ),
    .tenant(
      "enabled undeclared, live disabled",
      Tenant(name: "t"),
      Tenant(name: "t", enabled: false),
      nil
    ),
    .tenant(
      "enabled undeclared, live default",
      Tenant(name: "t"),
      Tenant(name: "t", enabled: true),
      nil
    ),
    .user("email identical", User(name: "u", email: "a"), User(name: "u", email: "a"), nil),
    .user(
      "email different",
      User(name: "u", email: "a"),
      User(name: "u", email: "b"),
      FieldChange(.email, from: .text("b"), to: .text("a"))
    ),
    .user(
      "email missing",
      User(name: "u", email: "a"),
      User(name: "u"),
      FieldChange(.email, to: .text("a"))
    ),
    .user("email undeclared, live set", User(name: "u"), User(name: "u", email: "b"), nil),
    .user("email declared empty, live unset", User(name: "u", email: ""), User(name: "u"), nil),
    .user(
      "A36 default tenant different",
      User(name: "u", tenant: "acme"),
      User(name: "u", tenant: "old"),
      FieldChange(.tenant, from: .name("old"), to: .name("acme"))
    ),
    .user(
      "A36 default tenant identical",
      User(name: "u", tenant: "acme"),
      User(name: "u", tenant: "acme"),
      nil
    ),
    .user(
      "default tenant missing",
      User(name: "u", tenant: "acme"),
      User(name: "u"),
      FieldChange(.tenant, to: .name("acme"))
    ),
    .user(
      "default tenant undeclared, live set",
      User(name: "u"),
      User(name: "u", tenant: "acme"),
      nil
    ),
    .user(
      "enabled different",
      User(name: "u", enabled: true),
      User(name: "u", enabled: false),
      FieldChange(.enabled, from: .flag(false), to: .flag(true))
    ),
    .user(
      "enabled undeclared, live disabled",
      User(name: "u"),
      User(name: "u", enabled: false),
      nil
    ),
  ]

  @Test("a field is changed when it is declared and differs, and nothing else is", arguments: cases)
  func field(_ fieldCase: FieldCase) throws {
    let plan = try Plan.make(fieldCase.desired, fieldCase.live)
    guard let expected = fieldCase.expected else {
      #expect(plan.changes == [])
      return
    }
    let change = try #require(plan.changes.only)
    #expect(change.action == .update)
    #expect(change.liveID == "1")
    #expect(change.fields == [expected])
    #expect(change.carried == [])
  }
}
