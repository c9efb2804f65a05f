package import IdentityModel
import Reconciliation
import Texts

/// Reads what Keystone holds, as far as a seed can differ from it: all of it, or an error.
package struct LiveStateReader: Sendable {
  private let backend: any IdentityBackend
  private let options: ConvergenceOptions
  private let checks: PasswordChecks
  private let allowsGaps: Bool
  private let readsInterfaces: Bool

  package init(backend: any IdentityBackend, options: ConvergenceOptions) {
    self.init(backend: backend, options: options, checks: PasswordChecks(), allowsGaps: false)
  }

  /// Makes a reader that asks nobody to log in again who was asked before.
  ///
  /// - Parameters:
  ///   - backend: Where to read.
  ///   - options: How.
  ///   - checks: What logging in has said in this run.
  ///   - allowsGaps: Whether users and groups of a domain may be missing, which is told then.
  ///   - readsInterfaces: Whether single interfaces are asked for, where the seed declares some of a
  ///     service that is live.
  init(
    backend: any IdentityBackend,
    options: ConvergenceOptions,
    checks: PasswordChecks,
    allowsGaps: Bool = true,
    readsInterfaces: Bool = false
  ) {
    self.allowsGaps = allowsGaps
    self.readsInterfaces = readsInterfaces
    self.backend = backend
    self.options = options.limited(to: backend.capabilities)
    self.checks = checks
  }

  /// Lists each kind once, asks for the roles of the (user, tenant) pairs that matter, and logs in
  /// as each user whose password is to be checked.
  ///
  /// Each question is asked as soon as it is known: nobody waits for a list to log in that is not
  /// about users, and the logins, which take Keystone longest, come first.
  ///
  /// - Parameter desired: What the seed says, which tells what matters.
  /// - Returns: The live state, and what the logins said.
  /// - Throws: `BackendFailure` when any read fails, since a plan from half a reading would make
  ///   duplicates; never because of a single user's password check.
  package func read(for desired: DesiredState) async throws(BackendFailure) -> LiveReading {
    await backend.look(into: desired.domainsInSight)
    if allowsGaps { await backend.allowGaps(lookingUp: desired.names) }
    var reading = try await answers(for: desired)
    reading.live.gaps = await backend.gaps()
    // Of those in one domain any tells.
    for refused in Dictionary(grouping: reading.refusedUsers, by: \.value.name.domain).values {
      guard let user = refused.min(by: { $0.value.name < $1.value.name }),
        let domain = await backend.disabledDomain(ofUser: user)
      else { continue }
      for user in refused { reading.passwords[user.value.name] = .domainDisabled(id: domain) }
    }
    return reading
  }

  /// What the answers come to; whatever else they have told is let go with the course.
  private func answers(for desired: DesiredState) async throws(BackendFailure) -> LiveReading {
    let listsGrants = backend.capabilities.listsGrants
    var course = ReadingCourse(
      desired,
      options,
      listsGrants: listsGrants,
      readsInterfaces: readsInterfaces
    ) { [backend] id in
      backend.isInDirectory(id)
    }
    let first = course.beginning
    try await first.concurrentWork(
      limit: options.parallelism
    ) { (question) async throws(BackendFailure) in
      try await answer(question, for: desired)
    } take: { answer in
      course.take(answer)
    }
    return course.reading
  }

  private func answer(
    _ question: ReadingCourse.Question,
    for desired: DesiredState
  ) async throws(BackendFailure) -> ReadingCourse.Answer {
    switch question {
    case .list(let kind):
      var list = try await LiveLists(kind, of: backend)
      list.rename(desired.former)
      try await list.adoptTwins(of: desired, on: backend, parallelism: options.parallelism)
      return .list(kind, list)
    case .assignments:
      let list = await backend.assignments()
      return .assignments(list)
    case .grants:
      let list = try await backend.directAssignments(ofUser: nil)
      return .grants(list)
    case .members(let tenant, let id):
      let members = try await backend.users(ofTenant: id)
      return .members(of: tenant, members)
    case .roles(let pair):
      let roles = try await backend.roles(ofUser: pair.userID, inTenant: pair.tenantID)
      return .roles(
        roles.map { RoleAssignment(user: pair.user, tenant: pair.tenant, role: $0) }
      )
    case .implications:
      let list = try await backend.implications()
      return .implications(list)
    case .interfaces:
      return .interfaces(await InterfaceReader.all(of: backend))
    case .groupMembers(let group, let id):
      let members = try await backend.members(ofGroup: id)
      return .groupMembers(of: group, members)
    case .holder(let holder):
      let isGone = await backend.isGone(holder)
      return .holder(holder, isGone: isGone)
    case .login(let row, let password):
      let check = try await check(password, of: row)
      return .login(row.user.name, check)
    }
  }

  private func check(
    _ password: Secret,
    of row: UserRow
  ) async throws(BackendFailure) -> PasswordCheck {
    guard row.user.enabled != false else { return .userDisabled }
    guard !row.isReadOnly || options.checksReadOnlyUsers else { return .readOnly }
    let check = try await checks.check(password, ofUser: row.id, on: backend)
    guard check == .locked else { return check }
    if options.refusedBefore.contains(row.user.name) { return .refused }
    return options.unlocks ? .toBeUnlocked : .locked
  }
}
