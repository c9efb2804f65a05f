import IdentityModel

/// One call of a backend, as a test speaks of it.
struct BackendCall: Hashable, Sendable, CustomStringConvertible {
  enum Verb: String, Sendable {
    case whoAmI = "who am I"
    case list
    case find
    case listForeign = "list foreign endpoints"
    case listGranted = "list granted"
    case listInterfaces = "list interfaces"
    case ask
    case login
    case create
    case update
    case grant
    case revoke
    case imply
    case stopImplying = "stop implying"
    case delete
    case relogin
  }

  let verb: Verb
  let kind: ResourceKind?
  let subject: String

  init(_ verb: Verb, _ kind: ResourceKind? = nil, _ subject: String = "") {
    self.verb = verb
    self.kind = kind
    self.subject = subject
  }

  var isWrite: Bool {
    switch verb {
    case .create, .update, .grant, .revoke, .imply, .stopImplying, .delete: true
    case .whoAmI, .list, .find, .listForeign, .listGranted, .listInterfaces, .ask, .login, .relogin:
      false
    }
  }

  var description: String {
    [verb.rawValue, kind?.rawValue ?? "", subject].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
