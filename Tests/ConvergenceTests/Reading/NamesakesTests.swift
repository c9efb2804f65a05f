import IdentityModel
import Reconciliation
import Testing
import Texts

@testable import Convergence

@Suite("A declared name that nothing has to the letter is asked about where something comes near")
struct NamesakesTests {
  /// A cloud whose names are those of ``DesiredState/make()`` in another spelling.
  private static func tables(takesNamesForOne: Bool) -> KeystoneTables {
    var tables = KeystoneTables()
    tables.takesNamesForOne = takesNamesForOne
    tables.add(roles: "admin", "member ")
    tables.add(Tenant(name: "Service", description: "old"))
    tables.add(User(name: "n\u{F3}va", tenant: "Service"), password: Secret("star"))
    tables.add(RoleAssignment(user: "n\u{F3}va", tenant: "Service", role: "admin"))
    return tables
  }

  private static func backend(
    takesNamesForOne: Bool = true,
    filtersNames: Bool = true,
    faults: [Fault] = [],
    kind: KeystoneKind = .updating
  ) -> InMemoryBackend {
    let keystone = InMemoryKeystone(tables(takesNamesForOne: takesNamesForOne), kind: kind)
    return InMemoryBackend(keystone, faults: faults, filtersNames: filtersNames)
  }

  private func read(
    _ desired: DesiredState = .make(),
    on backend: InMemoryBackend
  ) async throws(BackendFailure) -> LiveState {
    try await LiveStateReader(backend: backend, options: .make()).read(for: desired).live
  }

  @Test("what the database takes for it has the declared name, in lists and in assignments")
  func same() async throws {
    let backend = Self.backend()
    let live = try await read(on: backend)
    #expect(
      live.twins == [
        .role("Member"): .same("member "), .tenant("service"): .same("Service"),
        .user("nova"): .same("n\u{F3}va"),
      ]
    )
    #expect(Set(live.roles.map(\.value.name)) == ["admin", "Member"])
    #expect(live.tenants.map(\.value.name) == ["service"])
    #expect(live.users.map(\.value.name) == ["nova"])
    #expect(live.users.map(\.value.tenant) == ["service"])
    #expect(
      live.assignments == [RoleAssignment(user: "nova", tenant: "service", role: "admin")]
    )
    let finds = await backend.calls.filter { $0.verb == .find }.map(\.description).sorted()
    #expect(finds == ["find role Member", "find tenant service", "find user nova"])
  }

  @Test("a database that tells the two apart is believed")
  func apart() async throws {
    let live = try await read(on: Self.backend(takesNamesForOne: false))
    let other: [ResourceKey: Twin] = [
      .role("Member"): .other, .tenant("service"): .other, .user("nova"): .other,
    ]
    #expect(live.twins == other)
    #expect(live.tenants.map(\.value.name) == ["Service"])
  }

  @Test("where nothing comes near, or all is there, nobody is asked")
  func silent() async throws {
    for tables in [KeystoneTables(), KeystoneTables.made()] {
      let keystone = InMemoryKeystone(tables, kind: .updating)
      let backend = InMemoryBackend(keystone, filtersNames: true)
      #expect(try await read(on: backend).twins == [:])
      #expect(await backend.calls.allSatisfy { $0.verb != .find })
    }
  }

  @Test("without a filter by name nothing is known")
  func withoutFilter() async throws {
    let live = try await read(on: Self.backend(filtersNames: false))
    #expect(live.twins == [:])
    #expect(live.tenants.map(\.value.name) == ["Service"])
  }

  @Test("an object that the seed declares itself stands for no other one")
  func declaredToo() async throws {
    var desired = DesiredState()
    desired.tenants = [Tenant(name: "Service"), Tenant(name: "service")]
    let live = try await read(desired, on: Self.backend())
    #expect(live.twins == [.tenant("service"): .other])
    #expect(live.tenants.map(\.value.name) == ["Service"])
  }

  @Test("a read that fails fails the reading")
  func failure() async throws {
    let fault = Fault(.refuse(.keystone(403)), where: { $0.verb == .find })
    await #expect(throws: BackendFailure.self) {
      _ = try await read(on: Self.backend(faults: [fault]))
    }
  }

  // MARK: Runs

  @Test("a run uses what is there, grants to it, changes it, and has no more to do")
  func converges() async throws {
    let backend = Self.backend()
    let converger = Converger(backend: backend, options: .make())
    let planned = try await converger.plan(.make())
    #expect(
      planned.plan.notes.filter { if case .adopted = $0 { true } else { false } } == [
        .adopted(.role("Member"), live: "member ", id: "role-member "),
        .adopted(.tenant("service"), live: "Service", id: "tenant-Service"),
        .adopted(.user("nova"), live: "n\u{F3}va", id: "user-n\u{F3}va"),
      ]
    )
    var desired = DesiredState.make()
    desired.tenants[1].description = "new"
    desired.assignments.append(RoleAssignment(user: "nova", tenant: "service", role: "Member"))
    let result = try await converger.converge(to: desired)
    #expect(result.word == "converged")
    let tables = await backend.keystone.tables
    #expect(Set(tables.roles.values.map(\.name)) == ["admin", "member "])
    #expect(tables.tenants["tenant-Service"]?.description == "new")
    #expect(tables.tenants["tenant-Service"]?.name == "Service", "it keeps its name")
    #expect(
      tables.assignments.contains(
        RoleAssignment(user: "n\u{F3}va", tenant: "Service", role: "member ")
      )
    )
    await backend.forgetCalls()
    #expect(try await converger.converge(to: desired).outcomes.isEmpty)
    #expect(await backend.writes.isEmpty)
  }

  @Test("who asks is known by the declared name, and keeps the own password until the end")
  func caller() async throws {
    var tables = Self.tables(takesNamesForOne: true)
    tables.add(roles: "Admin")
    tables.roles["role-admin"] = nil
    tables.add(Tenant(name: "Admin"))
    tables.add(User(name: "Admin"), password: Secret("old"))
    tables.add(RoleAssignment(user: "Admin", tenant: "Admin", role: "Admin"))
    let keystone = InMemoryKeystone(tables, kind: .updating)
    let backend = InMemoryBackend(keystone, as: "Admin", filtersNames: true)
    let converger = Converger(backend: backend, options: .make(prunes: true))
    let planned = try await converger.plan(.make())
    #expect(planned.caller == Caller(user: "admin", tenant: "admin", roles: ["admin"]))
    #expect(planned.plan.notes.contains(.ownPasswordSet("admin")))
    let result = try await converger.converge(to: .make())
    #expect(result.word == "converged")
    #expect(await backend.calls.contains { $0.verb == .relogin })
  }

  @Test("a name that another run makes meanwhile is used", arguments: ["Member", "member"])
  func race(name: String) async throws {
    var tables = KeystoneTables()
    tables.takesNamesForOne = true
    let meddling = Fault(
      .precede { $0.roles["role-of-another"] = Role(name: QualifiedName(name)) },
      of: "create role Member"
    )
    let backend = InMemoryBackend(
      InMemoryKeystone(tables, kind: .updating),
      faults: [meddling],
      filtersNames: true
    )
    let converger = Converger(backend: backend, options: .make())
    var desired = DesiredState.make()
    desired.assignments.append(RoleAssignment(user: "nova", tenant: "service", role: "Member"))
    let result = try await converger.converge(to: desired)
    #expect(result.word == "converged", "\(result.outcomes.map(\.line))")
    let after = await backend.keystone.tables
    #expect(Set(after.roles.values.map(\.name)) == [QualifiedName(name), "admin"])
    #expect(after.grants.contains { $0.roleID == "role-of-another" })
  }
}
