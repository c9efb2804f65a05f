import CurlHTTP
import ServerSupport
import Testing

/// Giving requests up, and the whole transport.
struct CurlEngineTests {
  private static let silence: ScriptedServer.Script = { connection in
    while connection.readRequest() != nil {}
  }

  @Test func aRequestOfACancelledTaskIsNotSent() async throws {
    try await withServer(Self.silence) { server, transport in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await transport.failure(of: HTTPRequest(.get, url: server.url()))
      }
      #expect(await task.value?.kind == .cancelled)
      #expect(transport.statistics == CurlStatistics())
      #expect(server.connectionCount == 0)
    }
  }

  @Test func aRequestOnItsWayIsGivenUp() async throws {
    try await withServer(Self.silence) { server, transport in
      let task = Task { await transport.failure(of: HTTPRequest(.get, url: server.url())) }
      await until { server.requests.count == 1 }

      task.cancel()

      #expect(await task.value?.kind == .cancelled)
      await until { server.openCount == 0 }
      #expect(transport.statistics.requestsSent == 1)
    }
  }

  @Test func aRequestInTheQueueIsGivenUpAtOnce() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumConcurrentTransfers = 1
    let gate = Gate()
    try await withServer(
      { connection in
        connection.readRequest()
        gate.wait()
        connection.answer()
      },
      configuration: configuration
    ) { server, transport in
      let first = Task { await transport.failure(of: HTTPRequest(.get, url: server.url("/1"))) }
      await until { server.requests.count == 1 }
      let second = Task { await transport.failure(of: HTTPRequest(.get, url: server.url("/2"))) }
      second.cancel()
      #expect(await second.value?.kind == .cancelled)
      gate.open()
      #expect(await first.value == nil)
      #expect(server.requests.count == 1)
    }
  }

  @Test func cancellingAfterTheAnswerChangesNothing() async throws {
    try await withServer({ $0.answerAll() }) { server, transport in
      for _ in 1...10 {
        let task = Task { () async -> TransportError? in
          let failure = await transport.failure(of: HTTPRequest(.get, url: server.url()))
          withUnsafeCurrentTask { $0?.cancel() }
          return failure
        }
        #expect(await task.value == nil)
        task.cancel()
      }
      #expect(server.connectionCount == 1)
    }
  }

  @Test func cancellingAtAnyMomentLeavesEveryTaskWithOneOutcome() async throws {
    try await withServer({ $0.answerAll() }) { server, transport in
      await withTaskGroup { group in
        for number in 0..<600 {
          group.addTask { () async -> TransportError? in
            let task = Task { await transport.failure(of: HTTPRequest(.get, url: server.url())) }
            for _ in 0..<(number % 40) { await Task.yield() }
            if number.isMultiple(of: 3) { task.cancel() }
            return await task.value
          }
        }
        for await failure in group {
          #expect(failure == nil || failure?.kind == .cancelled)
        }
      }
      let failure = await transport.failure(of: HTTPRequest(.get, url: server.url()))
      #expect(failure == nil)
    }
  }

  @Test func shuttingDownGivesUpWhatIsOnItsWayAndWhatComesLater() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumConcurrentTransfers = 2
    try await withServer(Self.silence, configuration: configuration) { server, transport in
      await withTaskGroup { group in
        for _ in 1...5 {
          group.addTask { await transport.failure(of: HTTPRequest(.get, url: server.url())) }
        }
        await until { server.requests.count == 2 }
        await withTaskGroup { group in
          for _ in 1...4 { group.addTask { transport.shutdown() } }
        }
        for await failure in group { #expect(failure?.kind == .cancelled) }
      }
      #expect(await transport.failure(of: HTTPRequest(.get, url: server.url()))?.kind == .cancelled)
      await until { server.openCount == 0 }
    }
  }

  @Test func anUnusedTransportIsDroppedWithoutAThread() throws {
    for _ in 1...3 { try CurlTransport(configuration: .direct).shutdown() }
  }

  @Test func nothingIsLeftOfATransport() async {
    await #expect(processExitsWith: .success) {
      let server = try ScriptedServer { $0.answerAll() }
      func use(_ transport: CurlTransport) async throws {
        try await withThrowingTaskGroup { group in
          for _ in 1...20 {
            group.addTask { try await transport.send(HTTPRequest(.get, url: server.url())).status }
          }
          for try await status in group { #expect(status == 200) }
        }
      }
      // What the process needs once and for all exists after the first.
      let first = try CurlTransport(configuration: .direct)
      try await use(first)
      #expect(try ProcessUsage().curlThreads == 1)
      first.shutdown()
      try await until { try ProcessUsage().curlThreads == 0 }
      await until { server.openCount == 0 }
      let before = try ProcessUsage()

      for _ in 1...10 {
        let transport = try CurlTransport(configuration: .direct)
        try await use(transport)
        transport.shutdown()
      }
      await until { server.openCount == 0 }
      #expect(try ProcessUsage().descriptors == before.descriptors)

      for _ in 1...10 { try await use(try CurlTransport(configuration: .direct)) }
      await until { server.openCount == 0 }
      try await until { try ProcessUsage().descriptors == before.descriptors }
      try await until { try ProcessUsage().curlThreads == 0 }
      server.stop()
    }
  }

  @Test func tenThousandRequestsLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      let gate = Gate()
      try await withServer { connection in
        while connection.readRequest() != nil {
          gate.wait()
          connection.answer()
        }
      } _: { server, transport in
        func send(_ count: Int) async throws {
          try await withThrowingTaskGroup { group in
            for _ in 1...8 {
              group.addTask {
                for _ in 1...(count / 8) {
                  let request = HTTPRequest(.post, url: server.url(), body: Array("{}".utf8))
                  _ = try await transport.send(request)
                }
              }
            }
            // Nobody is answered before all connections are there.
            await until { server.requests.count >= 8 }
            gate.open()
            try await group.waitForAll()
          }
          server.forgetRequests()
        }
        try await send(2_000)
        let before = try ProcessUsage()
        try await send(8_000)
        let after = try ProcessUsage()
        #expect(after.descriptors == before.descriptors)
        #expect(after.curlThreads == 1)
        #expect(after.isSanitized || after.residentSize - before.residentSize < 2_000_000)
        #expect(server.connectionCount == 8)
        #expect(transport.statistics.requestsSent == 10_000)
      }
    }
  }
}
