import KeystoneClient
import Testing

@Suite struct AnswerTests {
  /// What the client makes of an answer to `GET /users`.
  func failureOfListing(_ response: HTTPResponse) async -> KeystoneError? {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    return await failure { () throws(KeystoneError) in _ = try await client.users() }
  }

  static let shapes: [(String, UnreadableAnswer)] = [
    ("", .emptyBody),
    (#"{"users": [{"id": "1e0"#, .truncatedJSON),
    (" \n", .truncatedJSON),
    ("OK", .notJSON(detail: "no value begins like this", offset: 0)),
    ("<?xml version='1.0'?><users/>", .xml),
    (#"{"users": []} x"#, .notJSON(detail: "something follows the document", offset: 14)),
    (
      #"{"users": [{"id": "\#u{0}"}]}"#,
      .notJSON(detail: "a control character within a text", offset: 19)
    ),
    ("[]", .unexpectedShape(detail: "the document is a list, not an object")),
    ("null", .unexpectedShape(detail: "the document is null, not an object")),
    ("{}", .unexpectedShape(detail: "the document.users is missing")),
    (#"{"user": {}}"#, .unexpectedShape(detail: "the document.users is missing")),
    (#"{"users": null}"#, .unexpectedShape(detail: "the document.users is missing")),
    (#"{"users": 5}"#, .unexpectedShape(detail: "the document.users is a number, not a list")),
    (#"{"users": {}}"#, .unexpectedShape(detail: "the document.users is an object, not a list")),
    (
      #"{"users": [5]}"#,
      .unexpectedShape(detail: "the document.users[0] is a number, not an object")
    ),
    // A row that is wrong says less than the end that is missing.
    (#"{"users": [{"id": "1"}, {"id": "2", "na"#, .truncatedJSON),
    // Where a list comes twice, the last one counts, and its rows are numbered anew.
    (
      #"{"users": [{"id": "1"}], "users": [{"id": "2", "name": "n"}, 7]}"#,
      .unexpectedShape(detail: "the document.users[1] is a number, not an object")
    ),
    (
      #"{"users": [{"id": "1", "name": "n"}, {"id": "2"}]}"#,
      .unexpectedShape(detail: "the document.users[1].name/username is missing")
    ),
    (
      #"{"users": [{"id": "1", "name": ["secret"]}]}"#,
      .unexpectedShape(detail: "the document.users[0].name is a list, not a text")
    ),
    (
      #"{"users": [{"id": "1", "name": "n", "enabled": "no"}]}"#,
      .unexpectedShape(detail: "the document.users[0].enabled is a text, not a boolean")
    ),
  ]

  @Test(arguments: shapes)
  func saysWhatCameInsteadOfAList(_ body: String, _ expected: UnreadableAnswer) async {
    let error = await failureOfListing(.json(200, body))
    #expect(error?.reason == .unreadable(expected, status: 200))
    #expect(error?.isOutcomeUnknown == true)
  }

  @Test func seesAPageByItsTypeOrByItsLook() async {
    let pages: [HTTPResponse] = [
      .html(200), .html(200, "Please log in"), .json(200, "\n <!DOCTYPE html><p>hello"),
    ]
    for page in pages {
      #expect(await failureOfListing(page)?.reason == .unreadable(.html, status: 200))
    }
  }

  static let refusals: [(HTTPResponse, Refusal)] = [
    (
      .refusal(403, "Forbidden", "You are not authorized: admin_required."),
      Refusal(status: 403, title: "Forbidden", message: "You are not authorized: admin_required.")
    ),
    (
      .json(404, #"{"itemNotFound": {"message": "gone", "code": 404}}"#),
      Refusal(status: 404, message: "gone")
    ),
    (
      .json(500, #"{"identityFault": {"message": "Fault", "details": "x", "code": 500}}"#),
      Refusal(status: 500, message: "Fault")
    ),
    (
      .json(
        413,
        #"""
        {"message": "Request is too large.<br />\n\n", "code": "413 Request Entity Too Large",
        "title": "Request Entity Too Large"}
        """#
      ),
      Refusal(
        status: 413,
        speaker: .other,
        title: "Request Entity Too Large",
        message: "Request is too large.<br />"
      )
    ),
    (
      HTTPResponse(
        status: 413,
        headers: [HTTPHeader("Content-Type", "text/plain")],
        body: Array("413 Request Entity Too Large\n\nToo large".utf8)
      ),
      Refusal(status: 413, speaker: .other, message: "413 Request Entity Too Large")
    ),
    (.html(502), Refusal(status: 502, speaker: .html)),
    (.html(404), Refusal(status: 404, speaker: .html)),
    (HTTPResponse(status: 503), Refusal(status: 503, speaker: .nobody)),
    (
      .json(429, "", headers: [HTTPHeader("retry-after", "7\u{1B}")]),
      Refusal(status: 429, speaker: .nobody, retryAfter: "7\u{FFFD}")
    ),
    (
      .json(400, #"{"error": "x"}"#),
      Refusal(status: 400, speaker: .other, message: #"{"error": "x"}"#)
    ),
    (
      .json(400, #"{"error": {"message": 5}}"#),
      Refusal(status: 400, speaker: .other, message: #"{"error": {"message": 5}}"#)
    ),
    (
      .json(500, #"{"error": {"mess"#),
      Refusal(status: 500, speaker: .other, message: #"{"error": {"mess"#)
    ),
    (.json(500, "\u{FFFD}"), Refusal(status: 500, speaker: .other, message: "\u{FFFD}")),
  ]

  @Test(arguments: refusals)
  func saysWhoRefusesAndWhy(_ response: HTTPResponse, _ refusal: Refusal) async {
    #expect(await failureOfListing(response)?.reason == .refused(refusal))
  }

  @Test func cutsASchemaErrorToTheLineWithoutTheValue() async {
    let transport = ScriptedTransport(
      .json(
        400,
        #"""
        {"error": {"code": 400, "title": "Bad Request", "message":
        "{'password': 'p', 'x': 'tuna'} is not valid under any of the given schemas\n\nFailed p"}}
        """#
      )
    )
    let client = KeystoneClient.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      try await client.setPassword(Secret("tuna"), ofUser: "1")
    }
    #expect(
      error?.refusal?.message
        == "{'password': '(sensitive)', 'x': '(sensitive)'} is not valid under any of the given "
        + "schemas"
    )
  }

  /// Something on the way may answer a login with any status, and with the token that was made.
  @Test(arguments: [500, 502])
  func showsNothingOfALoginThatCannotBeRead(status: Int) async {
    let body = #"{"access": {"token": {"id": "gAAAAABnewXYZ987", "expires": "2026"}}}"#
    for text in [body, String(body.prefix(40)), "token gAAAAABnewXYZ987"] {
      let answer = HTTPResponse(
        status: status,
        headers: [HTTPHeader("Content-Type", "text/plain")],
        body: Array(text.utf8)
      )
      let client = KeystoneClient.make(transport: ScriptedTransport(answer))
      let error = await failure { () throws(KeystoneError) in
        _ = try await client.authenticate(token: Secret("0123456789"), scope: .unscoped)
      }
      let refusal = Refusal(status: status, speaker: .other, message: "(sensitive)")
      #expect(error?.reason == .refused(refusal))
    }
  }

  @Test func hidesWhatAnAnswerNamesASecretWhereverItRepeatsIt() async {
    let text = #"9b8a7c6d, 0f1e2d3c: {"access": {"token": {"id": "0f1e2d3c"#
    let error = await failureOfListing(
      HTTPResponse(
        status: 500,
        headers: [HTTPHeader("X-Subject-Token", "9b8a7c6d")],
        body: Array(text.utf8)
      )
    )
    #expect(
      error?.refusal?.message
        == #"(sensitive), (sensitive): {"access": {"token": {"id": "(sensitive)"#
    )
  }

  /// Keystone repeats the URL, the longest of which must not hide what the message ends with.
  @Test func knowsAnUnknownRouteByALongMessage() async {
    let url = "http://" + String(repeating: "h", count: 250) + String(repeating: "/64", count: 100)
    let error = await failureOfListing(
      .refusal(404, "Not Found", "(\(url)): The resource could not be found.")
    )
    #expect(error?.reason == .notTheAdminAPI)
  }

  @Test(arguments: [100, 199, 304, 309, 399, 600, 0])
  func hasAnErrorForAnyOtherStatus(_ status: Int) async {
    let error = await failureOfListing(HTTPResponse(status: status))
    #expect(error?.reason == .unreadable(.unexpectedStatus, status: status))
  }

  /// A page with a status of success, from a proxy that answers everything, deletes nothing.
  @Test func takesNoPageForADeletion() async {
    let client = KeystoneClient.make(transport: ScriptedTransport(.html(200)))
    let error = await failure { () throws(KeystoneError) in try await client.deleteUser(id: "1") }
    #expect(error?.reason == .unreadable(.html, status: 200))
  }

  @Test(arguments: [HTTPResponse.noContent, .json(200, ""), .json(202, "{}")])
  func takesAnySuccessForADeletion(_ response: HTTPResponse) async throws {
    try await KeystoneClient.make(transport: ScriptedTransport(response)).deleteUser(id: "1")
  }
}
