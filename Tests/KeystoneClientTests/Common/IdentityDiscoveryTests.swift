import KeystoneClient
import Testing

@Suite struct IdentityDiscoveryTests {
  private static func list(_ links: (id: String, href: String)...) -> HTTPResponse {
    let versions = links.map {
      #"{"id": "\#($0.id)", "status": "stable", "links": [{"rel": "self", "href": "\#($0.href)"}]}"#
    }
    return .json(300, #"{"versions": {"values": [\#(versions.joined(separator: ", "))]}}"#)
  }

  private static let v3 = HTTPResponse.json(200, #"{"version": {"id": "v3.14"}}"#)
  private static let pike = list(
    ("v3.8", "http://k:5000/v3/"),
    ("v2.0", "http://k:5000/v2.0/")
  )

  private func offer(
    at address: String,
    _ responses: HTTPResponse...
  ) async -> (result: Result<IdentityOffer, KeystoneError>, lines: [String]) {
    let transport = ScriptedTransport(responses.map { .success($0) })
    let result: Result<IdentityOffer, KeystoneError>
    do throws(KeystoneError) {
      let offer = try await IdentityDiscovery(transport: transport).offer(at: address)
      result = .success(offer)
    } catch {
      result = .failure(error)
    }
    let lines = await transport.lines
    return (result, lines)
  }

  @Test func listsAKeystonesVersionsWithOneRequest() async throws {
    let (result, lines) = await offer(at: "http://k:5000", try .recorded("versions"))
    let offer = try result.get()
    #expect(offer.versions.map(\.id) == ["v3.14"])
    // The recording's own address is another host than the one asked for.
    #expect(offer.addresses == [.v3: "http://k:5000/v3"])
    #expect(offer.named == nil)
    #expect(lines == ["GET http://k:5000/"])
  }

  @Test(arguments: [
    ("http://k:5000/v2.0/", IdentityVersion.v2), ("http://k:5000/v3", .v3),
    ("http://k:5000/v3//", .v3),
  ])
  func saysWhichVersionAnAddressNames(_ address: String, _ version: IdentityVersion) async throws {
    let (result, lines) = await offer(at: address, Self.pike)
    let offer = try result.get()
    #expect(offer.named == version)
    #expect(offer.addresses == [.v2: "http://k:5000/v2.0", .v3: "http://k:5000/v3"])
    #expect(lines == ["GET http://k:5000/"])
  }

  @Test func keepsThePathBefore() async throws {
    let (result, lines) = await offer(
      at: "https://h/identity/",
      Self.list(("v3.14", "https://h/identity/v3/"))
    )
    #expect(try result.get().addresses == [.v3: "https://h/identity/v3"])
    #expect(lines == ["GET https://h/identity/"])
  }

  /// A proxy takes `/keystone` away, and Keystone does not know of it: what answers is right.
  @Test func keepsThePathThatAProxyTakesAway() async throws {
    let (result, lines) = await offer(
      at: "https://h/keystone/v3",
      Self.list(("v3.14", "http://10.0.0.1:5000/v3/")),
      Self.v3
    )
    #expect(try result.get().addresses == [.v3: "https://h/keystone/v3"])
    #expect(lines == ["GET https://h/keystone/", "GET https://h/keystone/v3"])
  }

  /// The list of another path: the link's path is taken, and its host never.
  @Test func takesThePathOfALinkWhereNothingElseAnswers() async throws {
    let (result, lines) = await offer(
      at: "http://h",
      Self.list(("v3.14", "http://internal:5000/identity/v3/")),
      .html(404),
      Self.v3
    )
    #expect(try result.get().addresses == [.v3: "http://h/identity/v3"])
    #expect(lines == ["GET http://h/", "GET http://h/v3", "GET http://h/identity/v3"])
  }

  @Test func takesAVersionThatAloneIsPassedOn() async throws {
    let (result, lines) = await offer(at: "https://h/id/v3", .html(404), Self.v3)
    let offer = try result.get()
    #expect(offer.versions == [APIVersion(id: "v3.14")])
    #expect(offer.addresses == [.v3: "https://h/id/v3"])
    #expect(lines == ["GET https://h/id/", "GET https://h/id/v3"])
  }

  @Test func saysWhereAKeystoneIsInstead() async {
    let (result, lines) = await offer(
      at: "http://h",
      .html(200),
      .html(404),
      .html(404),
      Self.list(("v3.14", "http://h/identity/v3"))
    )
    #expect(throws: KeystoneError.self) { try result.get() }
    guard case .failure(let error) = result else { return }
    #expect(error.reason == .keystoneElsewhere("http://h/identity/v3"))
    #expect(error.reason.description.contains("Identity v3 is at http://h/identity/v3"))
    #expect(
      lines == ["GET http://h/", "GET http://h/v3", "GET http://h/v2.0", "GET http://h/identity/"]
    )
  }

  static let others: [(HTTPResponse, KeystoneError.Reason)] = [
    (.html(200), .unreadable(.html, status: 200)),
    (.html(404), .refused(Refusal(status: 404, speaker: .html))),
    (
      .json(300, #"{"versions": [{"id": "v2.9"}, {"id": "v2.8"}]}"#),
      .otherService(["v2.9", "v2.8"])
    ),
    (.json(200, #"{"versions": [{"id": "v2.0"}]}"#), .otherService(["v2.0"])),
    (
      .json(300, #"{"versions": {"values": {}}}"#),
      .unreadable(
        .unexpectedShape(detail: "the document.versions.values is an object, not a list"),
        status: 300
      )
    ),
    (
      .json(300, #"{"versions": {"values": []}}"#),
      .unreadable(.unexpectedShape(detail: "the document.versions is empty"), status: 300)
    ),
  ]

  @Test(arguments: others)
  func saysWhatItWasWhereItIsNoKeystone(
    _ response: HTTPResponse,
    _ reason: KeystoneError.Reason
  ) async {
    let no = HTTPResponse.html(404)
    let (result, _) = await offer(at: "http://h:9292", response, no, no, no, no)
    guard case .failure(let error) = result else {
      Issue.record("an offer of nobody's")
      return
    }
    #expect(error.reason == reason)
  }

  @Test func whatIsDownIsAskedOnce() async {
    let transport = ScriptedTransport([.failure(TransportError(.connectionFailed))])
    let error = await failure { () throws(KeystoneError) in
      _ = try await IdentityDiscovery(transport: transport, timeout: .seconds(5))
        .offer(at: "http://h")
    }
    #expect(error?.reason == .transport(TransportError(.connectionFailed)))
    #expect(await transport.requests.map(\.timeout) == [.seconds(5)])
  }

  /// Asked at each of its paths, a server that is overloaded would be asked five times as often.
  @Test func aServerThatIsOutOfOrderIsAskedOnce() async {
    let (result, lines) = await offer(at: "http://h", .html(503))
    guard case .failure(let error) = result else {
      Issue.record("an offer of nobody's")
      return
    }
    #expect(error.status == 503)
    #expect(lines == ["GET http://h/"])
  }

  /// A balancer answers so for a path that it passes on to nobody.
  @Test func aVersionThatIsNamedIsAskedForWhereTheListIsOutOfOrder() async throws {
    let (result, lines) = await offer(at: "https://h/id/v3", .html(503), Self.v3)
    #expect(try result.get().addresses == [.v3: "https://h/id/v3"])
    #expect(lines == ["GET https://h/id/", "GET https://h/id/v3"])
    let (other, asked) = await offer(at: "https://h/id/v3", .html(503), .html(503))
    #expect(throws: KeystoneError.self) { try other.get() }
    #expect(asked == ["GET https://h/id/", "GET https://h/id/v3"])
  }

  @Test func aVersionThatNobodySpeaksHasNoAddress() async throws {
    let (result, _) = await offer(
      at: "http://k",
      Self.list(("v1.0", "http://k/v1.0"), ("v3", "http://k/v3"))
    )
    let offer = try result.get()
    #expect(offer.versions.map(\.version) == [nil, .v3])
    #expect(offer.addresses == [.v3: "http://k/v3"])
  }
}
