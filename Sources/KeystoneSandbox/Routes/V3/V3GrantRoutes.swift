/// Who has which role where: on projects, domains and the system, and inherited from the first two.
enum V3GrantRoutes {
  /// A kind of place that a role can be granted on.
  private struct Place: Sendable {
    let prefix: [Route.Segment]
    let target: @Sendable (Call) -> Assignment.Target
    var isInherited = false

    /// What comes after the role, and after the list of roles.
    var suffix: [Route.Segment] { isInherited ? ["inherited_to_projects"] : [] }
  }

  /// Users or groups.
  private struct Kind: Sendable {
    let path: [Route.Segment]
    let word: String
    let actor: @Sendable (Call) -> Assignment.Actor
  }

  private static let kinds = [
    Kind(path: ["users", .user], word: "user") { .user($0[.user]) },
    Kind(path: ["groups", .group], word: "group") { .group($0[.group]) },
  ]

  /// On projects and domains.
  static let all: [Route] = [
    Place(prefix: ["projects", .project], target: { .project($0[.project]) }),
    Place(prefix: ["domains", .domain], target: { .domain($0[.domain]) }),
    Place(
      prefix: ["OS-INHERIT", "projects", .project],
      target: { .project($0[.project]) },
      isInherited: true
    ),
    Place(
      prefix: ["OS-INHERIT", "domains", .domain],
      target: { .domain($0[.domain]) },
      isInherited: true
    ),
  ].flatMap { place in kinds.flatMap { routes(place, $0) } }

  /// On the system, which Pike does not know.
  static let onSystem: [Route] = kinds.flatMap {
    routes(Place(prefix: ["system"], target: { _ in .system }), $0)
  }

  private static func routes(_ place: Place, _ kind: Kind) -> [Route] {
    let list = place.prefix + kind.path + ["roles"]
    let one = list + [.role] + place.suffix
    @Sendable func assignment(_ call: Call) -> Assignment {
      Assignment(
        actor: kind.actor(call),
        target: place.target(call),
        roleID: call[.role],
        isInherited: place.isInherited
      )
    }
    return [
      .v3("GET", list + place.suffix, "list_grants") { state, call throws(Refusal) in
        let target = place.target(call)
        let actor = kind.actor(call)
        let rule = Caller.Rule.domainReader(state.domainID(of: target))
        try call.require(rule, state.action("list", target, kind.word), state)
        try state.requireBoth(actor, target)
        let roles = state.roles.all.filter { role in
          let assignment = Assignment(
            actor: actor,
            target: target,
            roleID: role.id,
            isInherited: place.isInherited
          )
          return state.contains(assignment)
        }
        return try V3RoleRoutes.list(state, call, cut: .never).answer(roles, call, state.options)
      },
      .v3("GET", one, "check_grant") { state, call throws(Refusal) in
        let assignment = assignment(call)
        let rule = Caller.Rule.domainReader(state.domainID(of: assignment.target))
        try call.require(rule, state.action("check", assignment.target, kind.word), state)
        _ = try state.role(assignment.roleID)
        try state.requireBoth(assignment.actor, assignment.target)
        guard state.contains(assignment) else { throw state.noGrant(assignment) }
        return .nothing
      },
      .v3("PUT", one, "create_grant") { state, call throws(Refusal) in
        let assignment = assignment(call)
        try state.requireGranter(of: assignment, "create", kind.word, call)
        try state.requireHolder(of: assignment, call, mayBeGone: false)
        try state.grant(assignment)
        return .nothing
      },
      .v3("DELETE", one, "revoke_grant") { state, call throws(Refusal) in
        let assignment = assignment(call)
        try state.requireGranter(of: assignment, "revoke", kind.word, call)
        try state.requireHolder(of: assignment, call, mayBeGone: true)
        try state.requireTarget(assignment.target)
        try state.revoke(assignment)
        return .nothing
      },
    ]
  }
}

extension SandboxState {
  /// The name of the rule for doing something with a grant there.
  fileprivate func action(
    _ verb: String,
    _ target: Assignment.Target,
    _ kind: String
  ) -> String {
    switch (target, verb) {
    case (.system, "list"): "list_system_grants_for_\(kind)"
    case (.system, _): "\(verb)_system_grant_for_\(kind)"
    case (.project, "list"), (.domain, "list"): "list_grants"
    case (.project, _), (.domain, _): "\(verb)_grant"
    }
  }

  fileprivate func domainID(of target: Assignment.Target) -> String? {
    switch target {
    case .system: nil
    case .domain(let id): id
    case .project(let id): tenants[id]?.domainID
    }
  }

  /// Who manages a domain, and is no administrator, grants there, within it, what is no
  /// administrator's or service's.
  fileprivate func requireGranter(
    of assignment: Assignment,
    _ verb: String,
    _ kind: String,
    _ call: Call
  ) throws(Refusal) {
    let domainID = domainID(of: assignment.target)
    let action = action(verb, assignment.target, kind)
    try call.require(.domainAdmin(domainID), action, self)
    guard call.caller.scopeDomainID != nil, !release.trustsDomainAdmins,
      !call.caller.has("admin")
    else { return }
    let actorDomain =
      switch assignment.actor {
      case .user(let id): users[id]?.domainID
      case .group(let id): groups[id]?.domainID
      }
    let role = roles[assignment.roleID]?.name ?? ""
    guard actorDomain == domainID, ["manager", "member", "reader"].contains(role) else {
      throw .notAllowed(action: "identity:\(action)")
    }
  }

  /// Pike looks the user or group up for its policy, which the admin token passes by; a user who is
  /// gone may still lose a role.
  fileprivate func requireHolder(
    of assignment: Assignment,
    _ call: Call,
    mayBeGone: Bool
  ) throws(Refusal) {
    guard release == .pike, case .user = call.caller.kind else { return }
    switch assignment.actor {
    case .user(let id): if !mayBeGone { _ = try user(id) }
    case .group(let id): _ = try group(id)
    }
  }

  fileprivate func requireTarget(_ target: Assignment.Target) throws(Refusal) {
    switch target {
    case .system: break
    case .project(let id): _ = try project(id)
    case .domain(let id): _ = try domain(id)
    }
  }

  fileprivate func requireBoth(
    _ actor: Assignment.Actor,
    _ target: Assignment.Target
  ) throws(Refusal) {
    switch actor {
    case .user(let id): _ = try user(id)
    case .group(let id): _ = try group(id)
    }
    try requireTarget(target)
  }
}
