import Convergence
import IdentityBackends
import KeystoneClient

extension RefusedLogin: WordedError {
  /// What was refused, as whom and for what: Keystone tells neither which of them is wrong.
  var message: ErrorMessage {
    var message = failure.message
    message.hints.insert("It was the login \(TerminalText.harmless(credentials.words)).", at: 0)
    return message
  }
}

extension Credentials {
  /// Who logs in, for what, as the end of a sentence about a login.
  fileprivate var words: String {
    switch self {
    case .password(let user, _, let scope): "of \(user.words), for \(scope.words)"
    case .token(_, let scope): "with a token, for \(scope.words)"
    case .applicationCredential(.id(let id), _): "with the application credential of the ID \(id)"
    case .applicationCredential(.name(let name, let user), _):
      "with the application credential \(name) of \(user.words)"
    }
  }
}

extension Credentials.UserReference {
  fileprivate var words: String {
    switch self {
    case .id(let id): "the user with the ID \(id)"
    case .name(let name, let domain): "the user \(name) of \(domain.words)"
    }
  }
}

extension Credentials.Scope {
  fileprivate var words: String {
    switch self {
    case .unscoped: "no project"
    case .project(.id(let id)): "the project with the ID \(id)"
    case .project(.name(let name, let domain)): "the project \(name) of \(domain.words)"
    case .domain(let domain): domain.words
    case .system: "the system"
    }
  }
}

extension Credentials.DomainReference {
  fileprivate var words: String {
    switch self {
    case .id(let id): "the domain with the ID \(id)"
    case .name(let name): "the domain \(name)"
    case .assumed: "the default domain (none is given)"
    }
  }
}
