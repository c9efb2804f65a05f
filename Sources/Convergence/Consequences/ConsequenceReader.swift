import IdentityModel
import Reconciliation

/// Reads what a plan does not need and its consequences do: who has which roles, which groups they are
/// given to, and where tenants are.
struct ConsequenceReader {
  private enum Question {
    case grants
    case implications
    case roles
    case domains
    case places
    case members(of: NameOrID, id: String)
  }

  private enum Answer {
    case grants([AssignmentIDs])
    case implications(Set<ImplicationIDs>)
    case roles([Live<Role>])
    case domains([Live<Domain>])
    case places([PlaceIDs])
    case members(of: NameOrID, Set<String>)
  }

  /// The users of one change whose names are asked for, as far as no list has told them, and of all: as
  /// many as a report shows.
  private static let mostNames = (ofChange: 5, ofPlan: 50)

  private let backend: any IdentityBackend
  private let parallelism: Int
  private let planned: PlannedState
  /// What is known by now.
  private(set) var reading: AccessReading

  /// Makes one that knows what was read of it for the plan.
  ///
  /// - Parameters:
  ///   - backend: Where to read.
  ///   - parallelism: How many requests are in flight at a time.
  ///   - planned: The plan, and what was read for it.
  init(_ backend: any IdentityBackend, parallelism: Int, _ planned: PlannedState) {
    self.backend = backend
    self.parallelism = parallelism
    self.planned = planned
    reading = planned.access ?? AccessReading(planned)
  }

  /// Asks for what is needed and says what each change comes to.
  ///
  /// - Returns: The consequences of each change, by its key; nil where that is too much to tell.
  /// - Throws: `BackendFailure` when a read fails.
  mutating func consequences() async throws(BackendFailure) -> [ResourceKey: [Consequence]]? {
    try await askForGrants()
    if course.needsPlaces { try await askForPlaces() }
    try await askForMembers(of: course.groupsInQuestion)
    guard let found = course.consequences() else { return nil }
    return await named(found)
  }

  /// Asks for what is needed and says by which change the caller would lose what lets it in.
  ///
  /// - Parameter caller: Who asks.
  /// - Returns: The key of the change; nil where there is none.
  /// - Throws: `BackendFailure` when a read fails.
  mutating func loss(of caller: Caller) async throws(BackendFailure) -> ResourceKey? {
    try await askForGrants()
    if ways(of: caller).needsPlaces { try await askForPlaces() }
    try await askForMembers(of: ways(of: caller).groupsInQuestion)
    return ways(of: caller).loss
  }

  private var course: AccessCourse { AccessCourse(reading.access, planned.plan.changes) }

  private func ways(of caller: Caller) -> CallerAccess {
    CallerAccess(reading.access, of: caller, planned.plan.changes)
  }

  private mutating func askForGrants() async throws(BackendFailure) {
    var first: [Question] = []
    if reading.grants == nil { first.append(.grants) }
    if reading.implications == nil { first.append(.implications) }
    if !reading.names.hasRoles { first.append(.roles) }
    if !reading.names.hasDomains { first.append(.domains) }
    try await ask(first)
  }

  private mutating func askForPlaces() async throws(BackendFailure) {
    if reading.places == nil { try await ask([.places]) }
  }

  private mutating func askForMembers(of wanted: Set<NameOrID>) async throws(BackendFailure) {
    let groups = reading.names.groupIDs(of: wanted).filter { reading.members[$0.group] == nil }
    try await ask(groups.map { Question.members(of: $0.group, id: $0.id) })
  }

  private mutating func ask(_ questions: [Question]) async throws(BackendFailure) {
    let backend = backend
    let answers = try await questions.concurrentMap(
      limit: parallelism
    ) { (question) async throws(BackendFailure) in
      try await Self.answer(question, of: backend)
    }
    for answer in answers { take(answer) }
  }

  private static func answer(
    _ question: Question,
    of backend: any IdentityBackend
  ) async throws(BackendFailure) -> Answer {
    switch question {
    case .grants:
      let list = try await backend.directAssignments(ofUser: nil)
      return .grants(list ?? [])
    case .implications:
      let list = try await backend.implications()
      return .implications(list)
    case .roles:
      let list = try await backend.roles.list()
      return .roles(list)
    case .domains:
      let list = try await backend.domains.list()
      return .domains(list)
    case .places:
      let list = try await backend.tenantPlaces()
      return .places(list)
    case .members(let group, let id):
      let list = try await members(ofGroup: id, of: backend)
      return .members(of: group, list)
    }
  }

  /// A grant may have outlived its group, which then gives nobody anything
  /// (`keystone.assignment.core`, `expand_group_assignment`).
  private static func members(
    ofGroup id: String,
    of backend: any IdentityBackend
  ) async throws(BackendFailure) -> Set<String> {
    do throws(BackendFailure) {
      return try await backend.members(ofGroup: id)
    } catch {
      guard error.isNotFound else { throw error }
      return []
    }
  }

  private mutating func take(_ answer: Answer) {
    switch answer {
    case .grants(let list): reading.grants = list
    case .implications(let list): reading.implications = list
    case .roles(let list): reading.names.take(list)
    case .domains(let list): reading.names.take(list)
    case .places(let list):
      reading.places = list
      reading.names.take(list)
    case .members(let group, let list):
      reading.members[group] = Set(list.map { reading.names.user($0) })
    }
  }

  // MARK: Names

  /// The same with the names of those who are shown; where they can't be read, their IDs stay.
  private mutating func named(
    _ found: [ResourceKey: [Consequence]]
  ) async -> [ResourceKey: [Consequence]] {
    var users: [String: QualifiedName] = [:]
    let backend = backend
    let asked = unnamedUsers(of: found)
    let answers = await asked.concurrentMap(limit: parallelism) { id in
      await Self.name(ofUser: id, on: backend)
    }
    for (id, name) in zip(asked, answers) { users[id] = name }
    var tenants: [String: QualifiedName] = [:]
    if reading.places == nil, Self.hasUnnamedTenants(found) {
      do throws(BackendFailure) {
        try await ask([.places])
        for place in reading.places ?? [] {
          tenants[place.id] = reading.names.tenant(place.id).name
        }
      } catch {
        // Then their IDs are shown.
      }
    }
    return found.mapValues { $0.map { $0.naming(users: users, tenants: tenants) } }
  }

  private func unnamedUsers(of found: [ResourceKey: [Consequence]]) -> [String] {
    var asked: [String] = []
    var known: Set<String> = []
    for change in planned.plan.changes {
      var count = 0
      for case .id(let id) in (found[change.key] ?? []).lazy.map(\.role.user) {
        guard asked.count < Self.mostNames.ofPlan, count < Self.mostNames.ofChange else { break }
        guard known.insert(id).inserted else { continue }
        asked.append(id)
        count += 1
      }
    }
    return asked
  }

  private static func hasUnnamedTenants(_ found: [ResourceKey: [Consequence]]) -> Bool {
    found.values.joined().contains { consequence in
      if case .tenant(.id) = consequence.role.scope { true } else { false }
    }
  }

  private static func name(ofUser id: String, on backend: any IdentityBackend) async
    -> QualifiedName?
  {
    do throws(BackendFailure) {
      return try await backend.userName(id: id)
    } catch {
      return nil
    }
  }
}

extension Consequence {
  fileprivate func naming(
    users: [String: QualifiedName],
    tenants: [String: QualifiedName]
  ) -> Consequence {
    func known(_ object: NameOrID, _ names: [String: QualifiedName]) -> NameOrID {
      guard case .id(let id) = object, let name = names[id] else { return object }
      return .name(name)
    }
    let scope: EffectiveRole.Scope =
      if case .tenant(let tenant) = role.scope {
        .tenant(known(tenant, tenants))
      } else {
        role.scope
      }
    return Consequence(effect, EffectiveRole(known(role.user, users), scope, role: role.role))
  }
}
