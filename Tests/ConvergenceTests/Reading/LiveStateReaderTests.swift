import IdentityModel
import Reconciliation
import Synchronization
import Testing
import Texts

@testable import Convergence

struct LiveStateReaderTests {
  private func read(
    _ desired: DesiredState = .make(),
    on backend: InMemoryBackend,
    options: ConvergenceOptions = .make()
  ) async throws(BackendFailure) -> LiveReading {
    try await LiveStateReader(backend: backend, options: options).read(for: desired)
  }

  private func reads(_ backend: InMemoryBackend) async -> [String] {
    await backend.calls.map(\.description).sorted()
  }

  @Test("each kind is listed once, each pair and each password asked for once")
  func calls() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let reading = try await read(on: backend)
    #expect(
      await reads(backend) == [
        "ask assignment user-admin in tenant-admin",
        "ask assignment user-nova in tenant-service",
        "list endpoint", "list role", "list service", "list tenant", "list user",
        "login user user-admin", "login user user-nova",
      ]
    )
    let tables = await backend.keystone.tables
    #expect(reading.live.assignments == tables.assignments)
    #expect(reading.live.users.first { $0.value.name == "nova" }?.value.tenant == "service")
    #expect(reading.passwords == ["admin": .accepted, "nova": .accepted])
  }

  static let onlyCases: [(kind: ResourceKind, calls: [String])] = [
    (.role, ["list role"]),
    (.tenant, ["list tenant"]),
    (
      .user,
      ["list tenant", "list user", "login user user-admin", "login user user-nova"]
    ),
    (
      .assignment,
      [
        "ask assignment user-admin in tenant-admin",
        "ask assignment user-nova in tenant-service", "list role", "list tenant", "list user",
      ]
    ),
    (.service, ["list endpoint", "list service"]),
    (.endpoint, ["list endpoint", "list service"]),
  ]

  @Test("one kind alone costs what it needs", arguments: onlyCases)
  func only(kind: ResourceKind, calls: [String]) async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    _ = try await read(on: backend, options: .make(kinds: [kind]))
    #expect(await reads(backend) == calls)
  }

  @Test("a pair is asked for only where both are live and the seed has a say")
  func pairs() async throws {
    var desired = DesiredState.make()
    desired.assignments = [
      RoleAssignment(user: "admin", tenant: "admin", role: "admin"),
      RoleAssignment(user: "admin", tenant: "admin", role: "Member"),
      RoleAssignment(user: "nobody", tenant: "admin", role: "admin"),
      RoleAssignment(user: "admin", tenant: "nowhere", role: "admin"),
    ]
    desired.absent.assignments = [RoleAssignment(user: "admin", tenant: "service", role: "admin")]
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    _ = try await read(desired, on: backend, options: .make(kinds: [.assignment]))
    #expect(
      await backend.calls.filter { $0.verb == .ask }.map(\.description) == [
        "ask assignment user-admin in tenant-admin",
        "ask assignment user-admin in tenant-service",
      ]
    )
  }

  @Test("pruning asks who is in the declared tenants, and what they have there")
  func prunedPairs() async throws {
    var desired = DesiredState.make()
    desired.assignments = []
    desired.usersWithDeclaredRoles = ["nova"]
    var tables = KeystoneTables.made()
    tables.add(Tenant(name: "undeclared"))
    tables.add(RoleAssignment(user: "nova", tenant: "undeclared", role: "Member"))
    tables.add(RoleAssignment(user: "nova", tenant: "admin", role: "Member"))
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let options = ConvergenceOptions.make(prunes: true, kinds: [.assignment])
    let reading = try await read(desired, on: backend, options: options)
    #expect(
      await reads(backend).filter { $0.hasPrefix("ask") } == [
        "ask assignment user-nova in tenant-admin",
        "ask assignment user-nova in tenant-service",
        "ask user of tenant-admin", "ask user of tenant-service",
      ]
    )
    #expect(reading.live.assignments.allSatisfy { $0.user == "nova" })
  }

  static let kinds: [ResourceKind] = [.role, .tenant, .user, .service, .endpoint, .assignment]

  @Test("any read that fails is an error, and no write follows", arguments: kinds)
  func failedList(kind: ResourceKind) async throws {
    let error = BackendFailure.transport(.connectionLost)
    let fault = Fault(.refuse(error)) { $0.kind == kind && $0.verb != .login }
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    var desired = DesiredState.make()
    desired.roles.append(Role(name: "operator"))
    let converger = Converger(backend: backend, options: .make())
    await #expect(throws: error) { try await converger.converge(to: desired) }
    #expect(await backend.writes.isEmpty)
  }

  static let checkErrors: [BackendFailure] = [
    .keystone(500), .keystone(403), .proxy(401), .transport(.timedOut),
  ]

  @Test("a password that cannot be checked stops that user alone", arguments: checkErrors)
  func failedCheck(_ error: BackendFailure) async throws {
    var desired = DesiredState.make()
    desired.users[0].email = "other@example.com"
    desired.users[1].email = "other@example.com"
    let fault = Fault(.refuse(error), of: "login user user-nova", 1...Int.max)
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "drift left")
    #expect(await backend.writes.map(\.description) == ["update user admin"])
  }

  @Test("a password that is refused is known to be another one")
  func refused() async throws {
    var desired = DesiredState.make()
    desired.passwords["nova"] = Secret("other")
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let reading = try await read(desired, on: backend)
    #expect(reading.passwords["nova"] == .refused)
  }

  @Test("a disabled user is not asked, for the answer would prove nothing")
  func disabled() async throws {
    var tables = KeystoneTables.made()
    tables.users["user-nova"]?.user.enabled = false
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let reading = try await read(on: backend)
    #expect(reading.passwords["nova"] == .userDisabled)
    #expect(await !backend.calls.map(\.description).contains("login user user-nova"))
  }

  @Test("a user that was disabled gets the password in the round after it was enabled")
  func enabled() async throws {
    var tables = KeystoneTables.made()
    tables.users["user-nova"]?.user.enabled = false
    tables.users["user-nova"]?.password = Secret("lost")
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "converged")
    #expect(await backend.writes.map(\.description) == ["update user nova", "update user nova"])
    #expect(await backend.keystone.tables.users["user-nova"]?.password == Secret("star"))
  }

  @Test("no password is checked where nobody wants it")
  func unchecked() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    var options = ConvergenceOptions.make()
    options.checksPasswords = false
    let reading = try await read(on: backend, options: options)
    #expect(reading.passwords.isEmpty)
    #expect(await !backend.calls.contains { $0.verb == .login })
  }

  @Test(
    "the roles of a crowd are one list, or are asked for where there is none",
    arguments: [true, false],
    [true, false]
  )
  func crowd(listsAssignments: Bool, prunes: Bool) async throws {
    var desired = DesiredState()
    var tables = KeystoneTables()
    tables.add(roles: "Member")
    for name in ["home", "work"] as [QualifiedName] {
      tables.add(Tenant(name: name))
      desired.tenants.append(Tenant(name: name))
    }
    for number in 0..<60 {
      let name = QualifiedName("user \(number)")
      tables.add(User(name: name))
      tables.add(RoleAssignment(user: name, tenant: "home", role: "Member"))
      tables.add(RoleAssignment(user: name, tenant: "work", role: "Member"))
      desired.users.append(User(name: name))
      desired.usersWithDeclaredRoles.insert(name)
      desired.assignments.append(RoleAssignment(user: name, tenant: "home", role: "Member"))
    }
    tables.add(User(name: "stranger"))
    tables.add(RoleAssignment(user: "stranger", tenant: "home", role: "Member"))
    let backend = InMemoryBackend(
      InMemoryKeystone(tables),
      listsAssignments: listsAssignments
    )
    let options = ConvergenceOptions.make(prunes: prunes, kinds: [.assignment])
    let reading = try await read(desired, on: backend, options: options)
    let wanted = tables.assignments.filter {
      $0.user != "stranger" && (prunes || $0.tenant == "home")
    }
    #expect(reading.live.assignments == wanted)
    let asked = await backend.calls.filter { $0.verb == .ask }.count
    // To prune, the two tenants' members are listed, which are too few questions for the long list.
    #expect(asked == (prunes ? 2 + 120 : listsAssignments ? 0 : 60))
    let lists = await backend.calls.map(\.description).filter { $0.contains("assignment") }
    #expect(lists.contains("list granted assignment") == (listsAssignments && !prunes))
    #expect(!lists.contains("list assignment"))
  }

  @Test("no more requests are in flight than allowed", arguments: [1, 2, 5])
  func bound(parallelism: Int) async throws {
    var desired = DesiredState()
    var tables = KeystoneTables()
    tables.add(Tenant(name: "demo"))
    tables.add(roles: "Member")
    for number in 0..<30 {
      let name = QualifiedName("user \(number)")
      tables.add(User(name: name))
      desired.users.append(User(name: name))
      desired.passwords[name] = Secret("word")
      desired.assignments.append(RoleAssignment(user: name, tenant: "demo", role: "Member"))
    }
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let options = ConvergenceOptions.make(parallelism: parallelism, prunes: true)
    _ = try await read(desired, on: backend, options: options)
    #expect(await backend.mostInFlight <= parallelism)
    #expect(await backend.calls.count == 65)
  }

  @Test("a reading that is cancelled is an error, and no password check has failed")
  func cancelled() async throws {
    let keystone = InMemoryKeystone(.made())
    let gate = Gate()
    let reading = Task {
      await gate.pass()
      return try await read(on: InMemoryBackend(keystone))
    }
    await gate.waitForArrivals(1)
    reading.cancel()
    await gate.open()
    await #expect(throws: BackendFailure.transport(.cancelled)) { try await reading.value }
  }

  @Test("a password check that is cancelled has not failed")
  func cancelledCheck() async throws {
    let reading = Mutex<Task<LiveReading, any Error>?>(nil)
    let faults = [
      Fault(.precede { _ in reading.withLock { $0?.cancel() } }, of: "login user user-nova"),
      Fault(.loseAnswer(.transport(.cancelled)), of: "login user user-nova"),
    ]
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: faults)
    var desired = DesiredState.make()
    desired.passwords["admin"] = nil
    let gate = Gate()
    let task = Task { [desired] in
      await gate.pass()
      return try await read(desired, on: backend, options: .make(kinds: [.user]))
    }
    reading.withLock { $0 = task }
    await gate.open()
    await #expect(throws: BackendFailure.transport(.cancelled)) { try await task.value }
  }

  @Test("of two users of one name neither is taken for the other")
  func ambiguous() async throws {
    var tables = KeystoneTables.made()
    tables.users["elsewhere"] = KeystoneTables.UserEntry(user: User(name: "nova", enabled: true))
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let reading = try await read(on: backend, options: .make(kinds: [.assignment]))
    #expect(reading.live.assignments.allSatisfy { $0.user == "admin" })
  }
}
