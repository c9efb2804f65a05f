/// One line of Keystone's routing table.
struct Route: Sendable {
  /// A part of a path.
  enum Segment: Sendable, Equatable, ExpressibleByStringLiteral {
    case literal(String)
    case argument(Argument)

    init(stringLiteral text: String) {
      self = .literal(text)
    }

    static let tenant = Segment.argument(.tenant)
    static let user = Segment.argument(.user)
    static let role = Segment.argument(.role)
    static let roleRef = Segment.argument(.roleRef)
    static let service = Segment.argument(.service)
    static let endpoint = Segment.argument(.endpoint)
    static let token = Segment.argument(.token)
    static let alias = Segment.argument(.alias)
    static let credential = Segment.argument(.credential)
    static let group = Segment.argument(.group)
    static let domain = Segment.argument(.domain)
    static let priorRole = Segment.argument(.priorRole)
    static let impliedRole = Segment.argument(.impliedRole)
    static let project = Segment.argument(.project)
    static let region = Segment.argument(.region)
    static let tag = Segment.argument(.tag)
    static let applicationCredential = Segment.argument(.applicationCredential)
    static let accessRule = Segment.argument(.accessRule)
    static let registeredLimit = Segment.argument(.registeredLimit)
    static let limit = Segment.argument(.limit)
    static let policy = Segment.argument(.policy)
    static let endpointGroup = Segment.argument(.endpointGroup)
  }

  /// What stands for an id in a path; the raw value is the name of Keystone's own parameter.
  enum Argument: String, Sendable, CaseIterable {
    case tenant = "tenant_id"
    case user = "user_id"
    case role = "role_id"
    case roleRef = "role_ref_id"
    case service = "service_id"
    case endpoint = "endpoint_id"
    case token = "token_id"
    case alias = "extension_alias"
    case credential = "credential_id"
    case group = "group_id"
    case domain = "domain_id"
    case priorRole = "prior_role_id"
    case impliedRole = "implied_role_id"
    case project = "project_id"
    case region = "region_id"
    case tag = "value"
    case applicationCredential = "application_credential_id"
    case accessRule = "access_rule_id"
    case registeredLimit = "registered_limit_id"
    case limit = "limit_id"
    case policy = "policy_id"
    case endpointGroup = "endpoint_group_id"
  }

  /// What a body may hold at its top level.
  enum Body: Sendable, Equatable {
    case nothing
    case required(String)
    case optional(String)
    /// Whatever it holds is ignored.
    case anything
  }

  /// Where the answer is worked out.
  typealias Respond = @Sendable (inout SandboxState, Call) throws(Refusal) -> Answer

  let method: String
  let path: [Segment]
  let apps: Set<SandboxApp>
  /// The name of Keystone's own function, which its messages show.
  let action: String
  let body: Body
  let respond: Respond

  init(
    _ method: String,
    _ path: [Segment],
    on apps: Set<SandboxApp> = [.admin],
    action: String,
    body: Body = .nothing,
    _ respond: @escaping Respond
  ) {
    self.method = method
    self.path = path
    self.apps = apps
    self.action = action
    self.body = body
    self.respond = respond
  }

  /// The arguments in a path that this route serves, or nil when it serves another.
  func match(_ segments: [String]) -> [Argument: String]? {
    guard segments.count == path.count else { return nil }
    var arguments: [Argument: String] = [:]
    for (pattern, segment) in zip(path, segments) {
      switch pattern {
      case .literal(let text):
        guard ExactText.same(text, segment) else { return nil }
      case .argument(let argument):
        arguments[argument] = segment
      }
    }
    return arguments
  }
}
