/// What logs in to v3, and for what.
public enum V3Credentials: Sendable {
  /// A user's password.
  case password(V3UserReference, Secret, scope: V3Scope)
  /// A token, which another one is made of; it ends when the first one does.
  case token(Secret, scope: V3Scope)
  /// An application credential, whose project is part of it: a scope would be a 401.
  case applicationCredential(V3ApplicationCredential, secret: Secret)
}

extension V3Credentials {
  /// The password, the token or the secret.
  var secret: Secret {
    switch self {
    case .password(_, let secret, _), .token(let secret, _), .applicationCredential(_, let secret):
      secret
    }
  }

  /// The same with another secret in its place.
  func with(_ secret: Secret) -> V3Credentials {
    switch self {
    case .password(let user, _, let scope): .password(user, secret, scope: scope)
    case .token(_, let scope): .token(secret, scope: scope)
    case .applicationCredential(let credential, _):
      .applicationCredential(credential, secret: secret)
    }
  }

  /// Whether a token logs in, which Keystone answers with a 404 where it does not hold.
  var isToken: Bool {
    switch self {
    case .token: true
    case .password, .applicationCredential: false
    }
  }

  /// Whether a user's password logs in.
  var isPassword: Bool {
    switch self {
    case .password: true
    case .token, .applicationCredential: false
    }
  }

  /// The body of a login (`keystone.auth.schema`).
  var json: JSONValue {
    let (method, identity) = self.identity
    var auth: JSONObject = [
      "identity": .object(["methods": .array([.string(method)]), method: .object(identity)])
    ]
    if let scope { auth = JSONObject(auth + [(key: "scope", value: scope.json)]) }
    return .object(["auth": .object(auth)])
  }

  private var scope: V3Scope? {
    switch self {
    case .password(_, _, let scope), .token(_, let scope): scope
    case .applicationCredential: nil
    }
  }

  /// The name of the method, and what it is given.
  private var identity: (method: String, members: JSONObject) {
    switch self {
    case .password(let user, let password, _):
      let members = user.members + [(key: "password", value: .string(password.exposed()))]
      return ("password", ["user": .object(JSONObject(members))])
    case .token(let token, _):
      return ("token", ["id": .string(token.exposed())])
    case .applicationCredential(.id(let id), let secret):
      return ("application_credential", ["id": .string(id), "secret": .string(secret.exposed())])
    case .applicationCredential(.name(let name, let user), let secret):
      let members: JSONObject = [
        "name": .string(name), "secret": .string(secret.exposed()), "user": .object(user.members),
      ]
      return ("application_credential", members)
    }
  }
}
