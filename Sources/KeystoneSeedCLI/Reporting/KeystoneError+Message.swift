import Convergence
import KeystoneClient

extension KeystoneError: WordedError {
  /// What happened and what to do about it, the request first.
  var message: ErrorMessage { message(declining: nil) }

  /// The same, where the server asked for more time than anybody was ready to wait.
  func message(declining wait: DeclinedWait?) -> ErrorMessage {
    var message = messageOfRequest(declining: wait)
    if let server = request?.catalogServer, isAboutTheAddress {
      message.hints.insert(
        "That address is the identity service's admin URL in the catalog of "
          + "\(TerminalText.harmless(server)).",
        at: 0
      )
      message.hints.append(
        "Where the catalog is wrong, or not meant for this machine, name the admin API itself: "
          + "--os-auth-url or OS_AUTH_URL."
      )
    }
    return message
  }

  private func messageOfRequest(declining wait: DeclinedWait?) -> ErrorMessage {
    let subject = request.map { "\($0.method.rawValue) \($0.server)\($0.path): " } ?? ""
    switch reason {
    case .transport(let error):
      return ErrorMessages.message(
        for: error,
        method: request?.method ?? .get,
        url: request.map { $0.server + $0.path } ?? ""
      )
    case .refused(let refusal):
      return ErrorMessage(
        TerminalText.harmless(subject + refusal.description),
        hints: (wait.map { ["It \($0.words)."] } ?? []) + hints(for: refusal)
      )
    case .unreadable, .redirected, .multipleChoices, .notTheAdminAPI, .notIdentityV2,
      .otherVersions, .otherService, .keystoneElsewhere, .unscopedLogin, .noAdminURL,
      .severalAdminURLs, .plainAdminURL, .unusableID, .nothingToSend:
      return ErrorMessage(TerminalText.harmless(subject + reason.description), hints: hints)
    }
  }

  /// Whether there may be no Keystone at that address, or none that is meant.
  private var isAboutTheAddress: Bool {
    switch reason {
    case .transport(let error): error.kind != .cancelled
    case .refused(let refusal): refusal.speaker != .keystone
    case .unreadable(.incompleteList, _): false
    case .unreadable, .redirected, .multipleChoices, .notTheAdminAPI, .notIdentityV2,
      .otherVersions, .otherService, .keystoneElsewhere:
      true
    case .unscopedLogin, .noAdminURL, .severalAdminURLs, .plainAdminURL, .unusableID,
      .nothingToSend:
      false
    }
  }

  private var hints: [String] {
    switch reason {
    case .transport, .refused, .unusableID, .nothingToSend:
      []
    case .unreadable(.html, _):
      [Hint.proxy] + throughProxy
    case .unreadable(.xml, _):
      [Hint.otherService] + throughProxy
    case .unreadable(.incompleteList, _):
      ["Keystone does not give the rest: leave list_limit out of its keystone.conf, or raise it."]
    case .unreadable:
      ["The address may be wrong, or a proxy changes Keystone's answers."]
    case .redirected:
      ["Nothing was sent there, the token least of all. Give the address that it leads to."]
    case .multipleChoices:
      ["End the address with /v3 or /v2.0."]
    case .notTheAdminAPI:
      [
        "The public API, on port 5000 as a rule, cannot list users and shows only one's own "
          + "tenants.",
        "Give the admin URL, on port 35357 as a rule: "
          + (request?.token.isFromLogin == true
            ? "--os-auth-url or OS_AUTH_URL." : "--os-endpoint or OS_SERVICE_ENDPOINT."),
      ]
    case .notIdentityV2:
      ["Keystone speaks v2.0 up to Pike; Queens took it away. Are host, port and path right?"]
    case .otherVersions(let versions, let root):
      [Hint.offer(of: versions, at: root)]
    case .otherService:
      ["Are host and port right? Keystone's is 5000 as a rule, or it is below the path /identity."]
    case .keystoneElsewhere:
      ["Give that address: --os-auth-url or OS_AUTH_URL, or --os-endpoint or OS_SERVICE_ENDPOINT."]
    case .unscopedLogin:
      ["Name the tenant in which the user has the role admin: OS_TENANT_NAME."]
    case .plainAdminURL:
      [
        "The token was not sent there: it could be read on the way.",
        "Have the catalog name an https admin URL, or name the admin API yourself: --os-auth-url or"
          + " OS_AUTH_URL.",
        "--allow-http-admin sends it there.",
      ]
    case .noAdminURL, .severalAdminURLs:
      ["Name the region: --os-region-name or OS_REGION_NAME."]
    }
  }

  private func hints(for refusal: Refusal) -> [String] {
    if refusal.wantsTLS { return ["TLS is spoken there: the address begins with https://."] }
    return switch (refusal.status, refusal.speaker) {
    case (407, _):
      ["A proxy wants a user name and a password: \(proxyVariable)=http://USER:PASSWORD@HOST:PORT."]
        + throughProxy
    case (404, .html), (404, .xml), (404, .nobody), (404, .other):
      [nothingThere] + throughProxy
    case (500, .html) where isOfV3:
      [Hint.escaped, Hint.again] + throughProxy
    case (_, .html):
      [Hint.proxy] + throughProxy
    case (_, .xml):
      [Hint.otherService] + throughProxy
    case (401, .keystone) where refusal.accountState != nil || !refusal.requiredMethods.isEmpty:
      []
    case (404, .keystone) where request?.token.isDead == true:
      [Hint.deadToken]
    case (401, _) where request?.path.hasSuffix("/tokens") == true:
      [isOfV3 ? Hint.loginV3 : Hint.login]
    case (401, .keystone) where request?.token.isFromLogin == true:
      [Hint.freshToken, Hint.again]
    case (401, _):
      [isOfV3 ? Hint.tokenV3 : Hint.token]
    case (403, .keystone) where request?.token.hasOpenedAdminRoute == true:
      hintsOnBackEnd(for: refusal)
    case (403, _):
      ["The token is known and lacks the role admin; grant it, or use another user or token."]
    case (413, _):
      ["Something in the seed is larger than Keystone takes, 112 KiB."]
    case (500, .keystone) where refusal.isLastingBackendFailure:
      [Hint.identityBackend]
    case (500, .keystone) where isAboutUsers && request?.token.hasOpenedAdminRoute == true:
      [Hint.identityBackend, Hint.again]
    case (500, .keystone) where request?.method == .get:
      [Hint.database, Hint.again]
    case (500, .keystone):
      [Hint.databaseOrConflict, Hint.again]
    case (501, .keystone) where isAboutTheCatalog:
      [Hint.templatedCatalog]
    case (429, _), (500, _), (502, _), (503, _), (504, _):
      [Hint.again]
    case (_, .keystone), (_, .nobody), (_, .other):
      []
    }
  }

  /// The meaning of a 404 that Keystone did not make.
  private var nothingThere: String {
    let server = TerminalText.harmless(request?.server ?? "http://HOST")
    let version = isOfV3 ? "v3" : "v2.0"
    return "Nothing of Keystone's is at that path; it may be below another, such as "
      + "\(server)/identity/\(version)."
  }

  /// The proxy that the answer came through, by the variable that names it.
  private var throughProxy: [String] {
    guard let variable = request?.proxyVariable else { return [] }
    return ["The request went through the proxy of \(variable); no_proxy=HOST goes around it."]
  }

  /// Whether the request is one for services or endpoints.
  private var isAboutTheCatalog: Bool {
    guard let path = request?.path else { return false }
    return path.contains("/OS-KSADM/services") || path.contains("/endpoints")
  }

  private var proxyVariable: String { request?.proxyVariable ?? "http_proxy" }

  /// Whether it went to v3, whose own failures are a page of its web server's.
  private var isOfV3: Bool {
    request?.path.split(separator: "/").contains("v3") == true
  }

  private var isAboutUsers: Bool {
    request?.path.split(separator: "/").contains("users") == true
  }

  /// What a refusal has to do with where users and groups live.
  private func hintsOnBackEnd(for refusal: Refusal) -> [String] {
    if isWriteOfLimit, !refusal.namesNoPolicy { return [Hint.limits] }
    guard isWriteOfUserOrGroup else { return [] }
    if refusal.isAcrossBackEnds { return [Hint.acrossBackEnds] }
    guard refusal.namesNoPolicy else { return [] }
    return [isAboutGroups ? Hint.readOnlyGroups : Hint.readOnlyUsers]
  }

  /// Whether it writes a user, a group or who is in one, not what they may do.
  private var isWriteOfUserOrGroup: Bool {
    guard let request, request.method != .get else { return false }
    let segments = request.path.split(separator: "/")
    return (segments.contains("users") || segments.contains("groups"))
      && !segments.contains("roles") && !segments.contains("tenants")
  }

  private var isWriteOfLimit: Bool {
    guard let request, request.method != .get else { return false }
    return !Set(request.path.split(separator: "/")).isDisjoint(with: [
      "limits", "registered_limits",
    ])
  }

  private var isAboutGroups: Bool {
    request?.path.split(separator: "/").contains("groups") == true
  }

  private enum Hint {
    /// What to do where a version was asked for that is not among those.
    static func offer(of versions: [String], at root: String) -> String {
      let root = TerminalText.harmless(root)
      let offered = { (version: IdentityVersion) in
        versions.contains { $0 == version.rawValue || $0.hasPrefix(version.rawValue + ".") }
      }
      if offered(.v3) {
        return
          "v2.0 went with Queens, in 2018. For v3: --os-identity-api-version 3, or the address "
          + "\(root)/v3."
      }
      if offered(.v2) {
        return "Its v3 is switched off. For v2.0: --os-identity-api-version 2.0, or the address "
          + "\(root)/v2.0."
      }
      return "keystone-seed speaks v3 and v2.0."
    }

    static let token =
      "The token is not accepted: it must be the admin_token of this Keystone's keystone.conf,"
      + " or one that has not expired."
    static let tokenV3 =
      "The token is not accepted: it has expired or was revoked, or is another Keystone's. Give a"
      + " new one, or a user and a password."
    static let login =
      "The user, the password or the tenant is wrong, or one of them, or their domain, is disabled."
    static let loginV3 =
      "One of them, a domain or the password is wrong or disabled, or the user has no role there;"
      + " Keystone does not say which."
    static let templatedCatalog =
      "This Keystone's catalog is a file on the server (templated driver): leave services out, or"
      + " give --only roles,tenants,users,assignments."
    static let freshToken =
      "The login itself went well. The user's password or roles may have been changed in the same"
      + " moment, or the Keystones behind this address do not know each other's tokens."
    static let deadToken =
      "The token does not hold: it is none that this Keystone has made, or its user, project or"
      + " domain is gone, or is disabled."
    static let escaped =
      "Keystone failed in a way that it has no answer for, as without its database or the quorum, or a"
      + " proxy answered: see Keystone's log, MariaDB's and, with Galera, wsrep_cluster_status."
    static let readOnlyUsers =
      "The same token may do other things, so that this is LDAP or a policy: users who live in LDAP"
      + " are read-only for Keystone. Make and change them in the directory, or leave their e-mail,"
      + " enabled, tenant and password out of the seed."
    static let limits =
      "Older Keystones (22 among them) let administrators of the system alone change limits: log in with"
      + " OS_SYSTEM_SCOPE=all in the place of a project."
    static let readOnlyGroups =
      "The same token may do other things, so that this is LDAP or a policy: groups that live in LDAP, and"
      + " who is in them, are read-only for Keystone. Make and change them in the directory, or declare"
      + " groups of another domain."
    static let acrossBackEnds =
      "No user of LDAP can be in a group of Keystone's database, nor the other way round: give the roles"
      + " to a group of the directory, or to the user."
    static let identityBackend =
      "It is about the users alone: the identity back end (LDAP) is not reached, or does not give"
      + " what Keystone asks it for. See Keystone's log and the directory's."
    static let again =
      "It may pass by itself: run the same command again; nothing is done twice."
    static let database =
      "Keystone is up, and its database may not be, or may have lost its quorum: see Keystone's log,"
      + " MariaDB's and, with Galera, wsrep_cluster_status."
    static let databaseOrConflict =
      "Keystone answers 500 when two writes conflict, and to everything while its database is down"
      + " or without quorum."
    static let otherService =
      "Keystone answers in JSON; another service or a gateway answered. Are host and port right?"
    static let proxy =
      "A proxy or a load balancer answered, not Keystone."
  }
}
