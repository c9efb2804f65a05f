import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@testable import Convergence

struct StepResolverTests {
  private func resolve(
    _ change: Change,
    _ part: Operation.Part = .whole,
    beside others: [Change] = [],
    passwords: [QualifiedName: Secret] = [:],
    caller: Caller? = nil
  ) -> ResolvedStep? {
    var live = LiveState()
    live.roles = [Live(id: "r", Role(name: "admin"))]
    live.tenants = [Live(id: "t", Tenant(name: "service"))]
    live.users = [Live(id: "u", User(name: "nova"))]
    live.services = [Live(id: "s", .make(.nova))]
    let plan = Plan(changes: [change] + others)
    let resolver = StepResolver(
      plan,
      passwords: passwords,
      caller: caller,
      memberRole: Role.memberName
    )
    return resolver.resolve(change, part, ids: LiveIDs(live))
  }

  private let password = FieldChange(.password, to: .secret)

  @Test("a user is written with the ID of its tenant, and its password")
  func user() throws {
    let tenant = FieldChange(.tenant, to: .text("service"))
    let change = Change(.create, .user("nova"), fields: [tenant, password])
    let step = resolve(change, passwords: ["nova": Secret("star")])
    guard case .create(let write as UserWrite, replaces: false) = step else {
      Issue.record("\(String(describing: step))")
      return
    }
    #expect(write.tenantID == "t")
    #expect(write.password == Secret("star"))
  }

  @Test("a row of the catalog is changed by its ID, in the fields that differ")
  func row() {
    let change = FieldChange(.description, from: .text("a"), to: .text("b"))
    let service = Change(.update, .service(.nova), liveID: "s", fields: [change])
    guard case .update(let row as Service, id: "s", [.description], opening: nil) = resolve(service)
    else {
      Issue.record("no update of a service")
      return
    }
    #expect(row.description == "b")
    let url = FieldChange(.publicURL, to: .template(URLTemplate("http://h")))
    let endpoint = Change(.update, .endpoint(.nova), liveID: "e", fields: [url])
    guard
      case .update(let write as EndpointWrite, id: "e", [.publicURL], opening: nil) = resolve(
        endpoint
      )
    else {
      Issue.record("no update of an endpoint")
      return
    }
    #expect(write.endpoint.publicURL == URLTemplate("http://h"))
  }

  @Test("a user whose password is planned and not at hand is not written")
  func missingPassword() {
    #expect(resolve(Change(.create, .user("nova"), fields: [password])) == nil)
    #expect(resolve(Change(.update, .user("nova"), liveID: "u", fields: [password])) == nil)
  }

  @Test("a password that is not planned is not sent")
  func unplannedPassword() {
    let email = FieldChange(.email, to: .text("nova@example.com"))
    let change = Change(.update, .user("nova"), liveID: "u", fields: [email])
    let step = resolve(change, passwords: ["nova": Secret("star")])
    guard case .update(let write as UserWrite, id: "u", [.email], opening: nil) = step else {
      Issue.record("\(String(describing: step))")
      return
    }
    #expect(write.password == nil)
    #expect(write.user == User(name: "nova", email: "nova@example.com"))
  }

  @Test("a `_member_` whose ID is not known is looked up, any other role is not")
  func unknownRole() {
    let member = RoleAssignment(user: "nova", tenant: "service", role: Role.memberName)
    guard
      case .grantNamed(Role.memberName, "u", "t") = resolve(Change(.create, .assignment(member)))
    else {
      Issue.record("no grant of _member_")
      return
    }
    #expect(resolve(Change(.delete, .assignment(member))) == nil)
    let others = [
      RoleAssignment(user: "nova", tenant: "service", role: "Member"),
      RoleAssignment(user: "glance", tenant: "service", role: Role.memberName),
      RoleAssignment(user: "nova", tenant: "demo", role: Role.memberName),
    ]
    for assignment in others {
      #expect(resolve(Change(.create, .assignment(assignment))) == nil)
    }
  }

  @Test("the caller's own user is told from others")
  func caller() {
    let caller = Caller(user: "nova", tenant: nil, roles: [])
    let email = FieldChange(.email, to: .text(""))
    let passwords: [QualifiedName: Secret] = ["nova": Secret("star"), "glance": Secret("ice")]
    func step(_ user: QualifiedName, _ field: FieldChange) -> ResolvedStep? {
      let change = Change(.update, .user(user), liveID: "u", fields: [field])
      return resolve(change, passwords: passwords, caller: caller)
    }
    guard
      case .updateCaller(_, password: Secret("star"), id: "u", [.password]) = step("nova", password),
      case .update(is UserWrite, id: "u", [.email], opening: nil) = step("nova", email),
      case .update(is UserWrite, id: "u", [.password], opening: nil) = step("glance", password)
    else {
      Issue.record("not told apart")
      return
    }
  }

  @Test("what needs a name that has no ID is not resolved")
  func missingID() {
    let tenant = FieldChange(.tenant, to: .text("nowhere"))
    let endpoint = EndpointKey(service: .keystone, region: "regionOne")
    for change in [
      Change(.create, .user("glance"), fields: [tenant]),
      Change(.create, .endpoint(endpoint)),
      Change(.create, .assignment(RoleAssignment(user: "x", tenant: "service", role: "admin"))),
      Change(.delete, .assignment(RoleAssignment(user: "nova", tenant: "x", role: "admin"))),
      Change(.delete, .role("admin")),
    ] {
      #expect(resolve(change) == nil, "\(change)")
    }
  }

  @Test("an endpoint hangs on the row that the change names, or else on the one that is known")
  func service() {
    for (named, expected) in [("other", "other"), (nil, "s")] {
      let step = resolve(Change(.create, .endpoint(.nova), serviceID: named))
      guard case .create(let write as EndpointWrite, replaces: false) = step else {
        Issue.record("\(String(describing: step))")
        return
      }
      #expect(write.serviceID == expected)
      #expect(write.endpoint.region == "regionOne")
    }
  }

  @Test("a row without a region stays one")
  func noRegion() {
    let key = EndpointKey(service: .nova, region: "")
    guard
      case .create(let write as EndpointWrite, replaces: true) =
        resolve(Change(.replace, .endpoint(key), liveID: "old"), .make)
    else {
      Issue.record("not made")
      return
    }
    #expect(write.endpoint.region == "")
  }

  @Test("an endpoint is read back where another row of it is deleted")
  func readBack() {
    let double = Change(.delete, .endpoint(.nova), liveID: "old", reason: .duplicate)
    let step = resolve(Change(.create, .endpoint(.nova)), beside: [double])
    guard case .create(is EndpointWrite, replaces: true) = step else {
      Issue.record("\(String(describing: step))")
      return
    }
  }

  @Test("the second half of a replacement deletes the old row")
  func retire() {
    let step = resolve(Change(.replace, .service(.nova), liveID: "old"), .retire)
    guard case .delete(.service, id: "old") = step else {
      Issue.record("\(String(describing: step))")
      return
    }
  }
}
