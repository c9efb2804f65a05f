import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

struct KeystoneErrorMessageTests {
  private static let list = RequestSummary(
    method: .get,
    path: "/v2.0/users",
    server: "http://127.0.0.1:5000"
  )
  private static let login = RequestSummary(
    method: .post,
    path: "/v2.0/tokens",
    server: "http://127.0.0.1:5000"
  )
  private static let services = RequestSummary(
    method: .post,
    path: "/v2.0/OS-KSADM/services",
    server: "http://127.0.0.1:5000"
  )
  private static let fromCatalog = RequestSummary(
    method: .get,
    path: "/v2.0/users",
    server: "http://10.0.0.1:35357",
    catalogServer: "https://cloud\u{7}"
  )
  private static let request = "GET http://127.0.0.1:5000/v2.0/users: "

  /// Each reason, what the message says after the request, and what its hints hold.
  private static let reasons: [(KeystoneError.Reason, String, String)] = [
    (.transport(TransportError(.connectionFailed)), "cannot connect", "--wait SECONDS"),
    (.unreadable(.html, status: 200), "the answer (200) is an HTML page", "A proxy or a load"),
    (.unreadable(.xml, status: 200), "the answer (200) is an XML document", "another service"),
    (.unreadable(.emptyBody, status: 200), "the answer (200) is empty", "address may be wrong"),
    (.unreadable(.truncatedJSON, status: 200), "the answer (200) is cut off", "a proxy changes"),
    (
      .unreadable(.notJSON(detail: "a value", offset: 3), status: 200),
      "the answer (200) is not JSON: a value, at byte 3", "address may be wrong"
    ),
    (
      .unreadable(.unexpectedShape(detail: "users is missing"), status: 200),
      "the answer (200) has another shape: users is missing", "address may be wrong"
    ),
    (
      .unreadable(.incompleteList, status: 200),
      "the answer (200) is a part of the list: list_limit in the server's keystone.conf cuts it off",
      "or raise it"
    ),
    (
      .unreadable(.unexpectedStatus, status: 101),
      "the answer (101) has a status that the API does not have", "address may be wrong"
    ),
    (
      .redirected(to: "https://evil.example.com/", status: 302),
      "the answer (302) redirects to https://evil.example.com/", "the token least of all"
    ),
    (
      .multipleChoices,
      "the answer (300) is a list of versions: the address lacks one", "/v3 or /v2.0"
    ),
    (.notTheAdminAPI, "this is not the admin API of Identity v2.0", "OS_SERVICE_ENDPOINT"),
    (.notIdentityV2, "Identity v2.0 is not served here", "Pike"),
    (
      .otherVersions(["v3.14"], root: "http://127.0.0.1:5000"),
      "the Keystone at http://127.0.0.1:5000 offers v3.14 only",
      "For v3: --os-identity-api-version 3, or the address http://127.0.0.1:5000/v3."
    ),
    (
      .otherVersions(["v2.0"], root: "http://127.0.0.1:5000"),
      "the Keystone at http://127.0.0.1:5000 offers v2.0 only",
      "For v2.0: --os-identity-api-version 2.0, or the address http://127.0.0.1:5000/v2.0."
    ),
    (
      .otherVersions(["v4.0"], root: "http://127.0.0.1:5000"),
      "the Keystone at http://127.0.0.1:5000 offers v4.0 only", "keystone-seed speaks v3 and v2.0."
    ),
    (
      .otherService(["v2.1", "v2.0"]),
      "the answer is another service's list of versions, not Keystone's: v2.1, v2.0",
      "below the path /identity"
    ),
    (
      .keystoneElsewhere("http://127.0.0.1:5000/identity/v2.0"),
      "nothing of Keystone's is there; Identity v2.0 is at http://127.0.0.1:5000/identity/v2.0",
      "OS_AUTH_URL"
    ),
    (.unscopedLogin, "a login without a tenant opens no admin route", "OS_TENANT_NAME"),
    (
      .noAdminURL(region: "two", regions: ["one"]),
      "the catalog has no identity admin URL in region two, only in one", "OS_REGION_NAME"
    ),
    (
      .severalAdminURLs(regions: ["one", "two"]),
      "the catalog has identity admin URLs in several regions: one, two", "OS_REGION_NAME"
    ),
    (
      .plainAdminURL("http://h:35357/v2.0"),
      "the catalog's admin URL http://h:35357/v2.0 is not https, and the login is",
      "--allow-http-admin"
    ),
    (.unusableID(".."), "no object can have the ID \"..\"", ""),
    (.nothingToSend, "the update sets nothing", ""),
  ]

  @Test func plainRequestToATLSPortIsSaidToBeOne() {
    let refusal = Refusal(status: 400, speaker: .html, wantsTLS: true)
    let message = KeystoneError(.refused(refusal), of: Self.request(at: "http://h")).message
    #expect(message.hints == ["TLS is spoken there: the address begins with https://."])
  }

  @Test func proxyThatAnswersIsNamedByItsVariable() {
    let refusal = Refusal(status: 407, speaker: .html)
    let request = RequestSummary(
      method: .get,
      path: "/v2.0/users",
      server: "http://h",
      proxyVariable: "all_proxy"
    )
    #expect(
      KeystoneError(.refused(refusal), of: request).message.hints == [
        "A proxy wants a user name and a password: all_proxy=http://USER:PASSWORD@HOST:PORT.",
        "The request went through the proxy of all_proxy; no_proxy=HOST goes around it.",
      ]
    )
  }

  private static func request(at server: String) -> RequestSummary {
    RequestSummary(method: .get, path: "/v2.0/users", server: server)
  }

  @Test(arguments: reasons)
  func everyReasonHasItsWordsAndWhatToDoNext(
    reason: KeystoneError.Reason,
    words: String,
    hint: String
  ) {
    let message = KeystoneError(reason, of: Self.list).message
    #expect(message.summary == Self.request + words)
    #expect(message.hints.isEmpty == hint.isEmpty)
    #expect(message.hints.joined(separator: " ").contains(hint) || hint.isEmpty)
  }

  private static let v3 = RequestSummary(method: .patch, path: "/v3/users/1", server: "http://k")
  private static let deadToken: RequestSummary = {
    var request = v3
    request.token = TokenStanding(isDead: true)
    return request
  }()

  /// Each refusal, its request, and what the hints hold.
  private static let refusals: [(Refusal, RequestSummary, String)] = [
    (Refusal(status: 503, speaker: .html), list, "A proxy or a load balancer answered"),
    (Refusal(status: 500, speaker: .html), list, "A proxy or a load balancer answered"),
    (Refusal(status: 500, speaker: .html), v3, "as without its database"),
    (Refusal(status: 404), v3, ""),
    (Refusal(status: 401), v3, "it has expired or was revoked, or is another Keystone's."),
    (Refusal(status: 404), deadToken, "its user, project or domain is gone, or is disabled"),
    (Refusal(status: 401, requiredMethods: [["totp", "password"]]), login, ""),
    (
      Refusal(status: 404, speaker: .html), list,
      "Nothing of Keystone's is at that path; it may be below another, such as "
        + "http://127.0.0.1:5000/identity/v2.0."
    ),
    (Refusal(status: 503, speaker: .xml), list, "Keystone answers in JSON"),
    (Refusal(status: 404, speaker: .xml), list, "Nothing of Keystone's is at that path"),
    (Refusal(status: 401), login, "user, the password or the tenant is wrong"),
    (Refusal(status: 401), login, "or one of them, or their domain, is disabled."),
    (Refusal(status: 401), list, "admin_token"),
    (Refusal(status: 401, speaker: .nobody), login, "user, the password or the tenant is wrong"),
    (Refusal(status: 403), list, "lacks the role admin"),
    (Refusal(status: 413, speaker: .other), list, "112 KiB"),
    (Refusal(status: 429, speaker: .other), list, "nothing is done twice"),
    (Refusal(status: 500), list, "its database may not be, or may have lost its quorum"),
    (Refusal(status: 500), list, "nothing is done twice"),
    (Refusal(status: 500), login, "when two writes conflict"),
    (Refusal(status: 500, speaker: .html), list, "A proxy or a load balancer answered"),
    (Refusal(status: 502, speaker: .nobody), list, "nothing is done twice"),
    (Refusal(status: 503, speaker: .nobody), list, "nothing is done twice"),
    (Refusal(status: 504, speaker: .nobody), list, "nothing is done twice"),
    (Refusal(status: 501), services, "--only roles,tenants,users,assignments"),
    (Refusal(status: 501), list, ""),
    (Refusal(status: 400), list, ""),
    (Refusal(status: 409), list, ""),
  ]

  @Test(arguments: refusals)
  func refusalSaysWhatToDoAboutIt(refusal: Refusal, request: RequestSummary, hint: String) {
    let message = KeystoneError(.refused(refusal), of: request).message
    #expect(message.hints.isEmpty == hint.isEmpty)
    #expect(message.hints.joined(separator: " ").contains(hint) || hint.isEmpty)
  }

  @Test func refusalQuotesTheServerAndHarmsNoTerminal() {
    let refusal = Refusal(status: 409, title: "Conflict", message: "Duplicate\u{1B}[2J entry")
    #expect(
      KeystoneError(.refused(refusal), of: Self.list).message.summary
        == Self.request + "409 Conflict: Duplicate\\x1b[2J entry"
    )
  }

  @Test func whatIsAboutNoRequestNamesNone() {
    #expect(
      KeystoneError(.unscopedLogin).message.summary
        == "a login without a tenant opens no admin route"
    )
  }

  @Test(arguments: [
    (KeystoneError.Reason.transport(TransportError(.nameNotResolved)), true),
    (.transport(TransportError(.tlsFailed)), true), (.transport(TransportError(.cancelled)), false),
    (.notTheAdminAPI, true), (.unreadable(.html, status: 200), true),
    (.unreadable(.incompleteList, status: 200), false),
    (.refused(Refusal(status: 500, title: "Internal Server Error", message: "m")), false),
  ])
  func whatIsWrongWithAnAddressOfTheCatalogsNamesTheCatalog(
    reason: KeystoneError.Reason,
    isNamed: Bool
  ) {
    let hints = KeystoneError(reason, of: Self.fromCatalog).message.hints
    let source =
      "That address is the identity service's admin URL in the catalog of https://cloud\\x07."
    #expect(hints.contains(source) == isNamed)
    #expect(hints.contains { $0.contains("OS_AUTH_URL") } == isNamed)
    #expect(
      !KeystoneError(reason, of: Self.list).message.hints.contains { $0.contains("catalog of") }
    )
  }

  @Test func proxyIsNamedByItsVariableWhereOneIsInUse() {
    let refusal = Refusal(status: 404, speaker: .html)
    func hints(through variable: String?) -> [String] {
      let request = RequestSummary(
        method: .get,
        path: "/v2.0/users",
        server: "http://k",
        proxyVariable: variable
      )
      return KeystoneError(.refused(refusal), of: request).message.hints
    }
    #expect(!hints(through: nil).joined().contains("proxy"))
    #expect(
      hints(through: "http_proxy").last
        == "The request went through the proxy of http_proxy; no_proxy=HOST goes around it."
    )
  }

  private static let locked = "The account is locked for user: 5c1e."
  private static let expired = "The password is expired and needs to be changed for user: 5c1e."
  private static let readOnly = "You are not authorized to perform the requested action."

  private static func request(
    _ method: HTTPRequest.Method,
    _ path: String,
    isFromLogin: Bool = false,
    hasOpened: Bool = true
  ) -> RequestSummary {
    var request = RequestSummary(method: method, path: path, server: "http://127.0.0.1:35357")
    request.token = TokenStanding(isFromLogin: isFromLogin, hasOpenedAdminRoute: hasOpened)
    return request
  }

  /// Each refusal, its request, and all that the hints hold.
  private static let known: [(Refusal, RequestSummary, String?)] = [
    (Refusal(status: 401, message: locked), login, nil),
    (Refusal(status: 401, message: expired), login, nil),
    (
      Refusal(status: 401), request(.get, "/v2.0/users", isFromLogin: true),
      "login itself went well"
    ),
    (Refusal(status: 401), request(.get, "/v2.0/users"), "admin_token"),
    (Refusal(status: 403), request(.get, "/v2.0/users", hasOpened: false), "lacks the role admin"),
    (
      Refusal(status: 403, message: "Cannot delete the project 1 since it is not a leaf."),
      request(.delete, "/v2.0/tenants/1"), nil
    ),
    (Refusal(status: 403, message: readOnly), request(.put, "/v2.0/users/1"), "live in LDAP"),
    (Refusal(status: 403, message: readOnly), request(.post, "/v2.0/users"), "live in LDAP"),
    (
      Refusal(status: 403, message: readOnly),
      request(.put, "/v2.0/tenants/1/users/2/roles/OS-KSADM/3"), nil
    ),
    (
      Refusal(
        status: 403,
        message: "You are not authorized to perform the requested action: identity:create_limits."
      ),
      request(.post, "/v3/limits"), "OS_SYSTEM_SCOPE=all"
    ),
    (
      Refusal(status: 403, message: readOnly), request(.post, "/v3/groups"),
      "groups that live in LDAP"
    ),
    (
      Refusal(status: 403, message: readOnly), request(.put, "/v3/groups/1/users/2"),
      "who is in them"
    ),
    (
      Refusal(status: 403, message: readOnly),
      request(.put, "/v3/projects/1/groups/2/roles/3"), nil
    ),
    (
      Refusal(
        status: 403,
        message:
          "Group membership across backend boundaries is not allowed. Group in question is 1."
      ),
      request(.put, "/v3/groups/1/users/2"), "No user of LDAP can be in a group"
    ),
    (
      Refusal(status: 403, message: "You are not authorized to perform: admin_required."),
      request(.put, "/v2.0/users/1"), nil
    ),
    (Refusal(status: 500), request(.get, "/v2.0/users"), "the identity back end (LDAP)"),
    (Refusal(status: 500), request(.get, "/v2.0/tenants/1/users"), "the identity back end (LDAP)"),
    (Refusal(status: 500), request(.get, "/v2.0/tenants"), "MariaDB"),
    (Refusal(status: 500), request(.get, "/v2.0/users", hasOpened: false), "MariaDB"),
    (
      Refusal(status: 500, message: "Number of User entities … exceeded size limit. Contact"),
      request(.get, "/v2.0/users", hasOpened: false), "the identity back end (LDAP)"
    ),
  ]

  @Test(arguments: known)
  func theHintFitsWhatIsKnown(refusal: Refusal, request: RequestSummary, hint: String?) {
    let hints = KeystoneError(.refused(refusal), of: request).message.hints
    #expect(hints.isEmpty == (hint == nil))
    #expect(hint.map { hints.joined(separator: " ").contains($0) } ?? true)
    #expect(hint == "MariaDB" || !hints.joined().contains("MariaDB"))
    #expect(hint == "lacks the role admin" || !hints.joined().contains("lacks the role"))
  }

  /// `OS_SERVICE_ENDPOINT` without a token is wrong usage.
  @Test func whoLogsInIsToldOfTheAuthURL() {
    let request = Self.request(.get, "/v2.0/users", isFromLogin: true)
    let hints = KeystoneError(.notTheAdminAPI, of: request).message.hints.joined(separator: " ")
    #expect(hints.contains("--os-auth-url or OS_AUTH_URL"))
    #expect(!hints.contains("ENDPOINT"))
  }
}
