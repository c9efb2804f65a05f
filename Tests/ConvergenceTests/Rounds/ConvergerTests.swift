import IdentityModel
import Reconciliation
import Synchronization
import Testing
import Texts

@testable import Convergence

struct ConvergerTests {
  @Test(
    "an empty cloud is filled, and a second run writes nothing",
    arguments: KeystoneKind.allCases
  )
  func fills(kind: KeystoneKind) async throws {
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind))
    let converger = Converger(backend: backend, options: .make())

    let first = try await converger.converge(to: .make())
    #expect(first.word == "converged")
    #expect(first.outcomes.count == (kind == .updating ? 16 : 12))
    let tables = await backend.keystone.tables
    #expect(tables.assignments.isSuperset(of: DesiredState.make().assignments))
    #expect(tables.catalog == kind.rows(of: .keystone, .nova))

    await backend.forgetCalls()
    let second = try await converger.converge(to: .make())
    #expect(second.word == "converged")
    #expect(await backend.writes.isEmpty)
  }

  @Test("what is there already is adopted without a write", arguments: KeystoneKind.allCases)
  func adopts(kind: KeystoneKind) async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made(), kind: kind))
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "converged")
    #expect(result.outcomes.isEmpty)
    #expect(await backend.writes.isEmpty)
  }

  struct FieldCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let writes: [String]
    /// What is written instead where rows of the catalog are changed in place.
    var updates: [String]?
    let change: @Sendable (inout DesiredState) -> Void
  }

  static let fieldCases: [FieldCase] = [
    FieldCase(testDescription: "tenant description", writes: ["update tenant admin"]) {
      $0.tenants[0].description = "other"
    },
    FieldCase(testDescription: "tenant enabled", writes: ["update tenant service"]) {
      $0.tenants[1].enabled = false
    },
    FieldCase(testDescription: "user email", writes: ["update user nova"]) {
      $0.users[1].email = "other@example.com"
    },
    FieldCase(testDescription: "user tenant", writes: ["update user nova"]) {
      $0.users[1].tenant = "admin"
    },
    FieldCase(testDescription: "user enabled", writes: ["update user nova"]) {
      $0.users[1].enabled = false
    },
    FieldCase(testDescription: "user password", writes: ["update user nova"]) {
      $0.passwords["nova"] = Secret("nebula")
    },
    FieldCase(testDescription: "role", writes: ["create role operator"]) {
      $0.roles.append(Role(name: "operator"))
    },
    FieldCase(
      testDescription: "assignment",
      writes: ["grant assignment nova has Member in admin"]
    ) {
      $0.assignments.append(RoleAssignment(user: "nova", tenant: "admin", role: "Member"))
    },
    FieldCase(
      testDescription: "absent assignment",
      writes: ["revoke assignment nova has admin in service"]
    ) {
      $0.absent.assignments = [$0.assignments.remove(at: 1)]
    },
    FieldCase(
      testDescription: "service description",
      writes: [
        "create service compute/nova", "create endpoint compute/nova in regionOne",
        "delete endpoint endpoint-nova", "delete service service-nova",
      ],
      updates: ["update service service-nova"]
    ) { $0.services[1].description = "other" },
    FieldCase(
      testDescription: "public URL",
      writes: ["create endpoint compute/nova in regionOne", "delete endpoint endpoint-nova"],
      updates: ["update endpoint endpoint-nova-public"]
    ) { $0.endpoints[1].publicURL = URLTemplate("http://new/") },
    FieldCase(
      testDescription: "internal URL",
      writes: ["create endpoint compute/nova in regionOne", "delete endpoint endpoint-nova"],
      updates: ["update endpoint endpoint-nova-internal"]
    ) { $0.endpoints[1].internalURL = URLTemplate("http://new/") },
    FieldCase(
      testDescription: "admin URL",
      writes: ["create endpoint compute/nova in regionOne", "delete endpoint endpoint-nova"],
      updates: ["update endpoint endpoint-nova-admin"]
    ) { $0.endpoints[1].adminURL = URLTemplate("http://new/") },
    FieldCase(
      testDescription: "absent endpoint",
      writes: ["delete endpoint endpoint-nova"],
      updates: [
        "delete endpoint endpoint-nova-admin", "delete endpoint endpoint-nova-internal",
        "delete endpoint endpoint-nova-public",
      ]
    ) {
      let key = $0.endpoints.remove(at: 1).key
      $0.absent.endpoints = [
        EndpointPattern(service: ServicePattern(name: key.service.name), region: key.region)
      ]
    },
  ]

  @Test(
    "a field that differs is written once and is gone from the next plan",
    arguments: fieldCases,
    KeystoneKind.allCases
  )
  func fields(_ field: FieldCase, kind: KeystoneKind) async throws {
    var desired = DesiredState.make()
    field.change(&desired)
    let backend = InMemoryBackend(InMemoryKeystone(.made(), kind: kind))
    let converger = Converger(backend: backend, options: .make())

    let result = try await converger.converge(to: desired)
    #expect(result.word == "converged")
    let writes = await backend.writes.map(\.description)
    // Rows are changed in no order, but a new one is made before the old one goes.
    if kind == .updating, let updates = field.updates {
      #expect(writes.sorted() == updates)
    } else {
      #expect(writes == field.writes)
    }
    #expect(try await converger.plan(desired).plan.isEmpty)
  }

  @Test("at every instant the catalog holds what is replaced", arguments: KeystoneKind.allCases)
  func makeBeforeBreak(kind: KeystoneKind) async throws {
    var desired = DesiredState.make()
    desired.services[1].description = "other"
    desired.services[0].description = "other"
    desired.endpoints = [.make(.keystone, host: "new"), .make(.nova, host: "new")]
    let keystone = InMemoryKeystone(.made(), kind: kind)
    let converger = Converger(backend: InMemoryBackend(keystone), options: .make())

    #expect(try await converger.converge(to: desired).word == "converged")
    let history = await keystone.history
    // Both services and both endpoints anew and then the old ones away, or two services and six rows.
    #expect(history.count == 8)
    #expect(history.allSatisfy { $0.catalog == kind.rows(of: .keystone, .nova) })
  }

  @Test("a row that is not read back keeps the one that it replaces")
  func notReadBack() async throws {
    var desired = DesiredState.make()
    desired.endpoints[1] = .make(.nova, host: "new")
    let vanishing = Fault(
      .follow { tables in
        for id in tables.endpoints.keys where !id.hasPrefix("endpoint-") {
          tables.endpoints[id] = nil
        }
      },
      of: "create endpoint compute/nova in regionOne"
    )
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [vanishing])
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "failed")
    #expect(
      result.outcomes.map(\.line) == [
        "+/- endpoint compute/nova in regionOne: failed, not read back"
      ]
    )
    #expect(await backend.keystone.tables.endpoints.keys.contains("endpoint-nova"))
  }

  @Test("what v3 made stays, and is left as drift")
  func foreign() async throws {
    var tables = KeystoneTables.made()
    tables.endpoints["endpoint-nova"]?.isManageable = false
    var desired = DesiredState.make()
    desired.endpoints[1] = .make(.nova, host: "new")
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    guard case .driftLeft(let plan) = result.ending else {
      Issue.record("ended as \(result.word)")
      return
    }
    #expect(plan.notes == [.unmanageable(.endpoint(.nova), id: "endpoint-nova")])
    #expect(await backend.writes.isEmpty)
  }

  @Test(
    "a change in one region leaves the rows of the others alone",
    arguments: KeystoneKind.allCases
  )
  func otherRegions(kind: KeystoneKind) async throws {
    let other = Endpoint.make(EndpointKey(service: .nova, region: "regionTwo"))
    var tables = KeystoneTables.made()
    tables.add(.make(other, id: "other", on: "service-nova"))
    var desired = DesiredState.make()
    desired.endpoints[1].adminURL = URLTemplate("http://new/")
    desired.endpoints.append(other)
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind))
    _ = try await Converger(backend: backend, options: .make()).converge(to: desired)
    let ids = await backend.keystone.tables.endpoints.keys
    #expect(kind.rows(withIDs: "other", "endpoint-keystone").isSubset(of: ids))
    #expect(kind.rows(withIDs: "endpoint-nova").isSubset(of: ids) == (kind == .updating))
  }

  @Test("a run that is stopped says so, whatever was done", arguments: KeystoneKind.allCases)
  func stopped(kind: KeystoneKind) async throws {
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind))
    let writes = Atomic(0)
    let monitor = ApplyMonitor(
      isStopped: { writes.load(ordering: .relaxed) >= 3 },
      progress: { done, _ in writes.store(done, ordering: .relaxed) }
    )
    let converger = Converger(backend: backend, options: .make(parallelism: 1))
    let result = try await converger.converge(to: .make(), monitor: monitor)
    #expect(result.word == "stopped")
    #expect(result.outcomes.count { $0.isDone } == 3)
    #expect(await backend.calls.last?.isWrite == true)
  }

  @Test(
    "a run that is cancelled while it reads again is stopped, and has not failed",
    arguments: KeystoneKind.allCases
  )
  func cancelled(kind: KeystoneKind) async throws {
    let running = Mutex<Task<ApplyResult, any Error>?>(nil)
    // What a transport says whose task is cancelled.
    let faults: [Fault.Effect] = [
      .precede { _ in running.withLock { $0?.cancel() } }, .refuse(.transport(.cancelled)),
    ]
    let backend = InMemoryBackend(
      InMemoryKeystone(kind: kind),
      faults: faults.map { Fault($0, of: "list service", 2...2) }
    )
    let converger = Converger(backend: backend, options: .make())
    let gate = Gate()
    let task = Task {
      await gate.pass()
      return try await converger.converge(to: .make())
    }
    running.withLock { $0 = task }
    await gate.open()
    let result = try await task.value
    #expect(result.word == "stopped")
    #expect(result.outcomes.allSatisfy { $0.isDone })
  }

  @Test(
    "what was done and cannot be read back is neither converged nor failed",
    arguments: KeystoneKind.allCases
  )
  func unreadable(kind: KeystoneKind) async throws {
    let error = BackendFailure.keystone(500)
    let fault = Fault(.refuse(error), of: "list service", 2...2)
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind), faults: [fault])
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    guard case .notReadBack(let found as BackendFailure) = result.ending else {
      Issue.record("ended as \(result.word)")
      return
    }
    #expect(found == error)
    #expect(result.outcomes.allSatisfy { $0.isDone })
  }

  @Test(
    "a failure that cannot be read back is a failure, and says what reading met",
    arguments: KeystoneKind.allCases
  )
  func failedAndUnreadable(kind: KeystoneKind) async throws {
    let faults = [
      Fault(.refuse(.keystone(403)), of: "create role Member"),
      Fault(.refuse(.keystone(500)), of: "list service", 2...2),
    ]
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind), faults: faults)
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "failed and not read")
  }

  @Test("what was agreed to and not tried is done in the next round")
  func agreed() async throws {
    var desired = DesiredState.make()
    desired.services[1].description = "other"
    let lost = Fault(.loseAnswer(.proxy(502)), of: "create service compute/nova")
    let blind = Fault(.refuse(.keystone(500)), of: "list service", 2...2)
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [lost, blind])
    let converger = Converger(backend: backend, options: .make())
    let result = try await converger.converge(to: desired, monitor: ApplyMonitor())
    #expect(result.word == "converged")
    #expect(await backend.keystone.tables.service(.nova).count == 1)
    #expect(await backend.keystone.history.allSatisfy { $0.catalog == [.keystone, .nova] })
  }

  struct QuestionCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let questions: [String]
    /// What is asked instead where no row is hidden and none is another API's.
    var ofUpdating: [String]?
    var prunes = false
    let change: @Sendable (inout DesiredState) -> Void
  }

  static let questionCases: [QuestionCase] = [
    QuestionCase(testDescription: "only additions", questions: []) {
      $0.roles.append(Role(name: "operator"))
      $0.users[0].email = "other@example.com"
      $0.services.append(.make(ServiceKey(type: "image", name: "glance")))
    },
    QuestionCase(testDescription: "a password", questions: ["who am I"]) {
      $0.passwords["nova"] = Secret("other")
    },
    QuestionCase(testDescription: "a user that is disabled", questions: ["who am I"]) {
      $0.users[1].enabled = false
    },
    QuestionCase(testDescription: "a deletion", questions: ["who am I"]) {
      $0.absent.roles = ["Member"]
      $0.roles.removeLast()
    },
    QuestionCase(
      testDescription: "a replacement",
      questions: ["list foreign endpoints"],
      ofUpdating: []
    ) {
      $0.endpoints[1] = .make(.nova, host: "new")
    },
    QuestionCase(testDescription: "pruning", questions: ["who am I"], prunes: true) {
      $0.roles.removeLast()
    },
  ]

  @Test(
    "the caller and v3 are asked for only where it matters",
    arguments: questionCases,
    KeystoneKind.allCases
  )
  func questions(_ question: QuestionCase, kind: KeystoneKind) async throws {
    var desired = DesiredState.make()
    question.change(&desired)
    let backend = InMemoryBackend(InMemoryKeystone(.made(), kind: kind), as: "admin")
    let options = ConvergenceOptions.make(prunes: question.prunes)
    _ = try await Converger(backend: backend, options: options).plan(desired)
    let asked = await backend.calls.filter { $0.verb == .whoAmI || $0.verb == .listForeign }
    #expect(
      asked.map(\.description)
        == (kind == .updating ? question.ofUpdating ?? question.questions : question.questions)
    )
  }

  @Test(
    "a 404 for what is there all the same, since it is about something else, is made good",
    arguments: KeystoneKind.allCases
  )
  func misleading404(kind: KeystoneKind) async throws {
    var desired = DesiredState.make()
    desired.absent.tenants = ["stranger"]
    var tables = KeystoneTables.made()
    tables.add(Tenant(name: "stranger"))
    let fault = Fault(.refuse(.keystone(404)), where: { $0.isWrite })
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind), faults: [fault])
    let converger = Converger(backend: backend, options: .make())
    let result = try await converger.converge(to: desired)
    #expect(result.word == "converged")
    #expect(await backend.writes.map(\.verb) == [.delete, .delete])
    #expect(await !backend.keystone.tables.tenants.values.contains { $0.name == "stranger" })
  }
}
