/// What `POST /auth/tokens` asks for, checked as Keystone checks it.
struct V3LoginRequest {
  /// Who is told by a name has a domain.
  enum Name: Equatable {
    case id(String)
    case name(String, domain: DomainName)
  }

  /// A domain by one or the other.
  enum DomainName: Equatable {
    case id(String)
    case name(String)
  }

  /// How the user proves who he is.
  enum Proof {
    case password(user: Name, String?)
    case token(String)
    case credential(id: String?, name: String?, user: Name?, secret: String?)
  }

  /// What the token is to be good for.
  enum Scope: Equatable {
    /// Nobody said: the default project, if the user has one and a role there.
    case unspecified
    case unscoped
    case project(Name)
    case domain(DomainName)
    case system
  }

  let methods: [String]
  let proofs: [Proof]
  let scope: Scope

  init(_ members: JSONObject, _ release: SandboxRelease) throws(Refusal) {
    guard let auth = members["auth"], auth.isTruthy || auth.object != nil else {
      throw .missing("auth", in: "request body")
    }
    let identity = try Self.identity(auth)
    methods = try Self.methods(identity)
    scope = try Self.scope(auth.object?["scope"], release)
    let known = Self.knownMethods(release)
    guard methods.allSatisfy(known.contains) else {
      throw Refusal(
        status: 401,
        title: "Unauthorized",
        message: "Attempted to authenticate with an unsupported method.",
        shape: .identity(["methods": .array(known.map(JSONValue.string))])
      )
    }
    var proofs: [Proof] = []
    for method in methods {
      guard let content = identity[method]?.object else {
        throw .missing(method, in: "identity")
      }
      proofs.append(try Self.proof(method, content))
    }
    self.proofs = proofs
  }

  /// The methods that are on unless somebody changes it (`[auth] methods`).
  static func knownMethods(_ release: SandboxRelease) -> [String] {
    let first = ["external", "password", "token", "oauth1", "mapped"]
    switch release {
    case .pike: return first
    case .zed: return first + ["application_credential"]
    case .current: return first + ["application_credential", "ec2credential"]
    }
  }

  private static func identity(_ auth: JSONValue) throws(Refusal) -> JSONObject {
    guard let object = auth.object else {
      throw shape("\(PythonText.of(auth)) is not of type 'object'", "type", [], auth)
    }
    guard let identity = object["identity"] else {
      throw shape("'identity' is a required property", "required", [], auth)
    }
    guard let members = identity.object else {
      let what = "\(PythonText.of(identity)) is not of type 'object'"
      throw shape(what, "type", ["identity"], identity)
    }
    return members
  }

  private static func methods(_ identity: JSONObject) throws(Refusal) -> [String] {
    guard let value = identity["methods"] else {
      let what = "'methods' is a required property"
      throw shape(what, "required", ["identity"], .object(identity))
    }
    guard case .array(let elements) = value else {
      let what = "\(PythonText.of(value)) is not of type 'array'"
      throw shape(what, "type", ["identity", "methods"], value)
    }
    return elements.map { $0.string ?? PythonText.of($0) }
  }

  /// The words of this one schema are many on every release.
  private static func shape(
    _ what: String,
    _ rule: String,
    _ path: [String],
    _ value: JSONValue
  ) -> Refusal {
    Breach(release: .zed, path: path).refusal(rule, what, value)
  }

  private static func proof(_ method: String, _ content: JSONObject) throws(Refusal) -> Proof {
    switch method {
    case "password":
      guard let user = content["user"]?.object else { throw .missing("user", in: "None") }
      guard let name = try self.name(user, "user") else {
        throw .missing("id or name", in: "user")
      }
      return .password(user: name, user["password"]?.string)
    case "token":
      guard let id = content["id"]?.string else { throw .missing("id", in: "token") }
      return .token(id)
    case "application_credential":
      let user = try content["user"]?.object.flatMap { user throws(Refusal) in
        try self.name(user, "user")
      }
      return .credential(
        id: content["id"]?.string,
        name: content["name"]?.string,
        user: user,
        secret: content["secret"]?.string
      )
    default:
      throw .unauthorized()
    }
  }

  private static func scope(
    _ value: JSONValue?,
    _ release: SandboxRelease
  ) throws(Refusal) -> Scope {
    guard let value else { return .unspecified }
    if value == "unscoped" { return .unscoped }
    let known = ["project", "domain", "OS-TRUST:trust", "unscoped"]
    let kinds = release == .pike ? known : ["system"] + known
    guard let scope = value.object, kinds.count(where: { scope[$0] != nil }) == 1 else {
      let words =
        release == .pike
        ? "project, domain, OS-TRUST:trust or unscoped"
        : "system, project, domain, OS-TRUST:trust or unscoped"
      throw .missing(words, in: "scope")
    }
    if scope["unscoped"] != nil { return .unscoped }
    if let system = scope["system"] {
      guard system.object?["all"] == true else {
        throw .missing("all", in: "system")
      }
      return .system
    }
    if let project = scope["project"] {
      guard let name = try name(project.object ?? [:], "project") else {
        throw .missing("id or name", in: "project")
      }
      return .project(name)
    }
    if let domain = scope["domain"] {
      guard let name = domainName(domain.object ?? [:]) else {
        throw .missing("id or name", in: "domain")
      }
      return .domain(name)
    }
    throw .unknown("trust", scope["OS-TRUST:trust"]?.object?["id"]?.string ?? "None")
  }

  private static func name(_ object: JSONObject, _ kind: String) throws(Refusal) -> Name? {
    if let id = object["id"]?.string { return .id(id) }
    guard let name = object["name"]?.string else { return nil }
    guard let domain = domainName(object["domain"]?.object ?? [:]) else {
      throw .missing("domain", in: kind)
    }
    return .name(name, domain: domain)
  }

  private static func domainName(_ object: JSONObject) -> DomainName? {
    if let id = object["id"]?.string { return .id(id) }
    return object["name"]?.string.map(DomainName.name)
  }
}
