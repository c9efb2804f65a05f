import KeystoneClient
import KeystoneSandbox
import Testing

/// What goes over the wire, and what goes wrong on it.
@Suite struct SandboxConnectionTests {
  /// A fault for making tenants, and for nothing else.
  private func fault(_ moment: Fault.Moment, _ effect: Fault.Effect) -> SandboxConfiguration {
    SandboxConfiguration(faults: [Fault("POST", "/v2.0/tenants", when: moment, effect: effect)])
  }

  @Test(arguments: [
    (Fault.Effect.close, [TransportError.Kind.emptyReply]),
    (.reset, [.connectionLost, .emptyReply]),
    (.truncate(afterBytes: 10), [.truncatedBody]),
    (.endlessBody, [.answerTooLarge]),
  ])
  func brokenAnswerIsNoAnswerAndTheStoreKnowsBetter(
    effect: Fault.Effect,
    kinds: [TransportError.Kind]
  ) async throws {
    for moment in Fault.Moment.allCases {
      try await withSandbox(fault(moment, effect)) { _, client in
        let error = await #expect(throws: TransportError.self) {
          try await client.makeTenant("t")
        }
        #expect(kinds.contains { $0 == error?.kind })
        let isMade = try await client.hasTenant("t")
        #expect(isMade == (moment == .afterCommit))
      }
    }
  }

  @Test func brokenAnswerWithoutABodyIsNotAWholeOne() async throws {
    for moment in Fault.Moment.allCases {
      let fault = Fault(
        "DELETE",
        "/v2.0/tenants/*",
        when: moment,
        effect: .truncate(afterBytes: 10)
      )
      try await withSandbox(SandboxConfiguration(faults: [fault])) { sandbox, client in
        let made = try await client.makeTenant("t")
        let text = String(decoding: made.body, as: UTF8.self)
        let id = try #require(text.firstMatch(of: /"id": *"(\w+)"/)?.1)
        let error = await #expect(throws: TransportError.self) {
          try await client.send(.delete, "/tenants/\(id)")
        }
        #expect(error?.kind == .emptyReply)
        #expect(try await client.hasTenant("t") == (moment == .beforeCommit))
      }
    }
  }

  @Test func spoiltAnswerTakesThePlaceOfTheTrueOne() async throws {
    for moment in Fault.Moment.allCases {
      let html = Fault.Effect.status(503, contentType: "text/html", body: "<h1>503</h1>")
      try await withSandbox(fault(moment, html)) { _, client in
        let response = try await client.makeTenant("t")
        #expect(response.status == 503)
        #expect(response.header("Content-Type") == "text/html")
        #expect(String(decoding: response.body, as: UTF8.self) == "<h1>503</h1>")
        #expect(try await client.hasTenant("t") == (moment == .afterCommit))
      }
      try await withSandbox(fault(moment, .body([0xFF], contentType: "x/y"))) { _, client in
        let response = try await client.makeTenant("t")
        #expect(response.status == 200)
        #expect(response.body == [0xFF])
      }
    }
  }

  @Test func shortDelayChangesNothingElse() async throws {
    for moment in Fault.Moment.allCases {
      try await withSandbox(fault(moment, .delay(milliseconds: 1))) { _, client in
        let made = try await client.makeTenant("t")
        #expect(made.status == 200)
        #expect(try await client.hasTenant("t"))
      }
    }
  }

  @Test func delayHoldsTheCommitBackOrTheAnswer() async throws {
    for moment in Fault.Moment.allCases {
      try await withSandbox(fault(moment, .delay(milliseconds: 3_600_000))) { sandbox, client in
        let making = Task { try await client.makeTenant("t") }
        // After the commit the tenant appears some time; before it, once the request is there
        // nothing more will happen for an hour.
        while sandbox.recorder.requests.isEmpty {
          await Task.yield()
        }
        while moment == .afterCommit, try await !client.hasTenant("t") {}
        #expect(try await client.hasTenant("t") == (moment == .afterCommit))
        making.cancel()
        await #expect(throws: TransportError.self) { try await making.value }
      }
    }
  }

  @Test func requestsAreRecordedAsTheyCame() async throws {
    try await withSandbox { sandbox, client in
      _ = try await client.makeTenant("t")
      _ = try await client.send(.get, "/tenants?name=t%20x")
      let requests = sandbox.recorder.requests
      #expect(requests.map(\.method) == ["POST", "GET"])
      #expect(requests.map(\.target) == ["/v2.0/tenants", "/v2.0/tenants?name=t%20x"])
      #expect(requests[0].body == "{\"tenant\": {\"name\": \"t\"}}")
      #expect(requests[0].header("x-auth-token") == "ADMIN")
      #expect(requests.map(\.app) == [.admin, .admin])
      #expect(requests.map(\.connection) == [1, 1])
      #expect(sandbox.recorder.connectionCount == 1)
    }
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    try await withSandbox { sandbox, _ in
      let stream = try await RawStream.connect(to: sandbox.adminURL)
      try await stream.send(
        """
        GET /v2.0/users HTTP/1.1\r\nHost: h\r\n\r\n\
        HEAD /v2.0 HTTP/1.1\r\nHost: h\r\n\r\n\
        OPTIONS / HTTP/1.1\r\nHost: h\r\n\r\n\
        GET / HTTP/1.0\r\n\r\n
        """
      )
      let text = try await stream.readToEnd()
      let starts = text.matches(of: /HTTP\/1\.[01] (\d+)/).map { String($0.1) }
      #expect(starts == ["401", "200", "200", "300"])
    }
  }

  @Test func continueIsSaidToWhoWaitsForIt() async throws {
    try await withSandbox { sandbox, _ in
      let stream = try await RawStream.connect(to: sandbox.adminURL)
      try await stream.send(
        """
        POST /v2.0/tenants HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nConnection: close\r\n\
        Content-Length: 2\r\n\r\n{}
        """
      )
      let text = try await stream.readToEnd()
      #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad Request\r\n"))
    }
  }

  @Test func bodyWithoutALengthIsLimitedToo() async throws {
    try await withSandbox { sandbox, _ in
      let stream = try await RawStream.connect(to: sandbox.adminURL)
      let chunk = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
      try await stream.send(
        "POST /v2.0/tenants HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n"
      )
      #expect(try await stream.readToEnd().hasPrefix("HTTP/1.1 413 Request Entity Too Large\r\n"))
    }
  }

  @Test func whatIsNotHTTPIsTurnedAway() async throws {
    try await withSandbox { sandbox, client in
      let stream = try await RawStream.connect(to: sandbox.adminURL)
      try await stream.send("\u{16}\u{3}\u{1}nonsense\r\n\r\n")
      #expect(try await stream.readToEnd().hasPrefix("HTTP/1.1 400"))
      #expect(try await client.send(.get, "/users").status == 200)
    }
  }
}
