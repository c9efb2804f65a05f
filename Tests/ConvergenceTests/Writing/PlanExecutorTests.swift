import IdentityModel
import Reconciliation
import Synchronization
import TestSupport
import Testing
import Texts

@testable import Convergence

struct PlanExecutorTests {
  /// Plans for an empty cloud, or the one given, and executes once.
  private func execute(
    _ desired: DesiredState = .make(),
    on backend: InMemoryBackend,
    parallelism: Int = 4,
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [StepOutcome] {
    let planned = try await Converger(backend: backend, options: .make()).plan(desired)
    await backend.forgetCalls()
    let executor = PlanExecutor(
      backend: backend,
      parallelism: parallelism,
      isStopped: isStopped,
      progress: progress
    )
    return await executor.execute(
      planned.plan,
      live: planned.live,
      passwords: desired.passwords,
      caller: planned.caller
    )
  }

  @Test("each change is made after what it needs", arguments: [1, 2, 8])
  func order(parallelism: Int) async throws {
    let backend = InMemoryBackend(InMemoryKeystone())
    let outcomes = try await execute(on: backend, parallelism: parallelism)
    #expect(outcomes.allSatisfy { $0.isDone })
    let writes = await backend.writes.map(\.description)
    #expect(writes.count == outcomes.count)
    for (earlier, later) in [
      ("create tenant service", "create user nova"),
      ("create user nova", "grant assignment nova has admin in service"),
      ("create role admin", "grant assignment nova has admin in service"),
      ("create service compute/nova", "create endpoint compute/nova in regionOne"),
    ] {
      let first = try #require(writes.firstIndex(of: earlier))
      let second = try #require(writes.firstIndex(of: later))
      #expect(first < second)
    }
  }

  @Test("how long each change took is known, with the pauses between two tries")
  func durations() async throws {
    let fault = Fault(.refuse(.keystone(503)), of: "create tenant service", 1...4)
    let backend = InMemoryBackend(InMemoryKeystone(), faults: [fault])
    let planned = try await Converger(backend: backend, options: .make()).plan(.make())
    let clock = ManualClock()
    let retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    let executor = PlanExecutor(
      backend: backend,
      parallelism: 1,
      retrier: retrier
    )
    let outcomes = await executor.execute(
      planned.plan,
      live: planned.live,
      passwords: DesiredState.make().passwords,
      caller: planned.caller
    )
    let slow = outcomes.filter { $0.duration > .zero }
    #expect(slow.map(\.line) == ["+ tenant service: done"])
    #expect(clock.totalSlept >= .seconds(1))
    #expect(slow.map(\.duration) == [clock.totalSlept])
  }

  @Test("no more is under way than allowed", arguments: [0, 1, 2, 3, 8])
  func bound(parallelism: Int) async throws {
    var desired = DesiredState()
    desired.tenants = (0..<40).map { Tenant(name: QualifiedName("tenant \($0)")) }
    let backend = InMemoryBackend(InMemoryKeystone())
    _ = try await execute(desired, on: backend, parallelism: parallelism)
    #expect(await backend.mostInFlight <= max(1, parallelism))
    if parallelism > 1 { #expect(await backend.mostInFlight > 1) }
  }

  @Test("a failure stops only what needs it", arguments: [1, 8])
  func failure(parallelism: Int) async throws {
    let fault = Fault(.refuse(.keystone(403)), of: "create tenant service")
    let backend = InMemoryBackend(InMemoryKeystone(), faults: [fault])
    let outcomes = try await execute(on: backend, parallelism: parallelism)
    #expect(
      outcomes.filter { !$0.isDone }.map(\.line) == [
        "+ tenant service: failed, 403", "+ user nova: not tried",
        "+ assignment nova has admin in service: not tried",
      ]
    )
    #expect(outcomes.count == 12)
  }

  @Test("a `_member_` is granted that Keystone makes on the way", arguments: [1, 8])
  func memberRole(parallelism: Int) async throws {
    var desired = DesiredState()
    desired.tenants = [Tenant(name: "service"), Tenant(name: "demo")]
    desired.users = [User(name: "nova", tenant: "service"), User(name: "ann")]
    let grant = RoleAssignment(user: "ann", tenant: "demo", role: "_member_")
    desired.assignments = [grant]
    desired.usersWithDeclaredRoles = ["ann"]
    let backend = InMemoryBackend(InMemoryKeystone())
    let outcomes = try await execute(desired, on: backend, parallelism: parallelism)
    #expect(outcomes.filter { !$0.isDone }.map(\.line) == [])
    let planned = try await Converger(backend: backend, options: .make()).plan(desired)
    #expect(planned.live.assignments.contains(grant))
    #expect(planned.plan.changes.isEmpty)
  }

  @Test("a `_member_` that cannot be looked up fails with the answer")
  func memberRoleUnknown() async throws {
    var desired = DesiredState()
    desired.tenants = [Tenant(name: "service")]
    desired.users = [User(name: "nova", tenant: "service"), User(name: "ann")]
    desired.assignments = [RoleAssignment(user: "ann", tenant: "service", role: "_member_")]
    desired.usersWithDeclaredRoles = ["ann"]
    // The plan reads the roles first.
    let fault = Fault(.refuse(.keystone(403)), of: "list role", 2...2)
    let backend = InMemoryBackend(InMemoryKeystone(), faults: [fault])
    let outcomes = try await execute(desired, on: backend)
    #expect(
      outcomes.filter { !$0.isDone }.map(\.line)
        == ["+ assignment ann has _member_ in service: failed, 403"]
    )
  }

  @Test("a replacement whose old row stays says so")
  func halfDone() async throws {
    var desired = DesiredState.make()
    desired.endpoints[1] = .make(.nova, host: "new")
    let fault = Fault(.refuse(.keystone(403)), of: "delete endpoint endpoint-nova")
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    let outcomes = try await execute(desired, on: backend)
    #expect(outcomes.map(\.line) == ["+/- endpoint compute/nova in regionOne: half done, 403"])
  }

  @Test("a service stays as long as one of its endpoints has not moved")
  func notRetired() async throws {
    var desired = DesiredState.make()
    desired.services[1].description = "other"
    let fault = Fault(
      .refuse(.keystone(400)),
      of: "create endpoint compute/nova in regionOne"
    )
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    let outcomes = try await execute(desired, on: backend)
    #expect(
      outcomes.map(\.line) == [
        "+/- service compute/nova: not retired",
        "+/- endpoint compute/nova in regionOne: failed, 400",
      ]
    )
    #expect(await backend.keystone.tables.catalog.contains(.nova))
  }

  @Test("once stopped nothing new is sent", arguments: 0...3)
  func stopped(after count: Int) async throws {
    let ended = Atomic(0)
    let backend = InMemoryBackend(InMemoryKeystone())
    let outcomes = try await execute(
      on: backend,
      parallelism: 1,
      isStopped: { ended.load(ordering: .relaxed) >= count },
      progress: { done, _ in ended.store(done, ordering: .relaxed) }
    )
    #expect(await backend.writes.count == count)
    #expect(outcomes.count(where: \.isDone) == count)
    #expect(outcomes.count { $0.line.hasSuffix("not tried") } == 12 - count)
  }

  @Test("a cancelled task starts nothing new")
  func cancelled() async throws {
    let backend = InMemoryBackend(InMemoryKeystone())
    let planned = try await Converger(backend: backend, options: .make()).plan(.make())
    let executor = PlanExecutor(backend: backend, parallelism: 2)
    let gate = Gate()
    let run = Task {
      await gate.pass()
      return await executor.execute(
        planned.plan,
        live: planned.live,
        passwords: DesiredState.make().passwords,
        caller: nil
      )
    }
    await gate.waitForArrivals(1)
    run.cancel()
    await gate.open()
    #expect(await run.value.allSatisfy { $0.line.hasSuffix("not tried") })
    #expect(await backend.writes.isEmpty)
  }

  @Test("progress counts up to all, those included that are not tried", arguments: [1, 8])
  func progress(parallelism: Int) async throws {
    let seen = Mutex<[[Int]]>([])
    let fault = Fault(.refuse(.keystone(403)), of: "create tenant service")
    let backend = InMemoryBackend(InMemoryKeystone(), faults: [fault])
    _ = try await execute(
      on: backend,
      parallelism: parallelism,
      progress: { done, total in seen.withLock { $0.append([done, total]) } }
    )
    let counts = seen.withLock(\.self)
    #expect(counts.allSatisfy { $0[1] == 12 })
    #expect(counts.map { $0[0] } == counts.map { $0[0] }.sorted())
    #expect(counts.last == [12, 12])
  }

  @Test("the own password comes last, and the run goes on with it", arguments: [1, 8])
  func ownPassword(parallelism: Int) async throws {
    var desired = DesiredState.make()
    desired.passwords["admin"] = Secret("new")
    desired.roles.append(Role(name: "operator"))
    desired.tenants.append(Tenant(name: "demo"))
    desired.services.append(.make(ServiceKey(type: "image", name: "glance")))
    let backend = InMemoryBackend(InMemoryKeystone(.made()), as: "admin")
    let outcomes = try await execute(desired, on: backend, parallelism: parallelism)
    #expect(outcomes.allSatisfy { $0.isDone })
    let last = await backend.calls.suffix(2).map(\.description)
    #expect(last == ["update user admin", "relogin"])
    _ = try await backend.roles.list()
  }

  @Test("twenty endpoints in a new region are twenty rows")
  func newRegion() async throws {
    var desired = DesiredState()
    let keys = (0..<20).map { ServiceKey(type: Name("type\($0)"), name: "name") }
    desired.services = keys.map { .make($0) }
    desired.endpoints = keys.map { .make(EndpointKey(service: $0, region: "new")) }
    let backend = InMemoryBackend(InMemoryKeystone())
    let outcomes = try await execute(desired, on: backend, parallelism: 8)
    #expect(outcomes.allSatisfy { $0.isDone })
    #expect(await backend.keystone.tables.endpoints.count == 20)
  }
}
