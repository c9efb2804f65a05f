import CurlHTTP
import Glibc
import ServerSupport
import Testing

@Suite("Tasks that send can be done on the transport's own thread")
struct CurlExecutorTests {
  /// Whether this is a transport's thread: it blocks SIGPIPE.
  private static var isTransportThread: Bool {
    var signals = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &signals)
    return sigismember(&signals, SIGPIPE) == 1
  }

  @Test("before and after each request, in child tasks too, and not once it is over")
  func isUsed() async throws {
    try await withServer({ $0.answerAll() }) { server, transport in
      #expect(!Self.isTransportThread)
      let isThere = try await withTaskExecutorPreference(transport.executor) {
        try await withThrowingTaskGroup { group in
          for _ in 1...20 {
            group.addTask {
              var isThere = [Self.isTransportThread]
              for _ in 1...10 {
                let request = HTTPRequest(.post, url: server.url(), body: Array("{}".utf8))
                #expect(try await transport.send(request).status == 200)
                isThere.append(Self.isTransportThread)
              }
              try await Task.sleep(for: .milliseconds(1))
              return isThere + [Self.isTransportThread]
            }
          }
          return try await group.reduce(into: []) { $0 += $1 }
        }
      }
      #expect(isThere.count == 240 && isThere.allSatisfy { $0 })
      #expect(transport.statistics.requestsSent == 200)
      #expect(!Self.isTransportThread)
    }
  }

  @Test("a request that others wait for behind is answered while tasks there wait for other things")
  func othersSendToo() async throws {
    try await withServer({ $0.answerAll() }) { server, transport in
      let (values, source) = AsyncStream.makeStream(of: Int.self)
      async let sum = withTaskExecutorPreference(transport.executor) {
        await values.prefix(20).reduce(0, +)
      }
      for _ in 1...20 {
        source.yield(try await transport.send(HTTPRequest(.get, url: server.url())).status)
      }
      #expect(await sum == 4000)
    }
  }

  @Test("a task there that never waits leaves its answers to those that do")
  func isFair() async throws {
    try await withServer({ $0.answerAll() }) { server, transport in
      let answered = Locked(0)
      await withTaskExecutorPreference(transport.executor) {
        await withTaskGroup { group in
          group.addTask {
            while answered.withLock({ $0 < 10 }) { await Task.yield() }
          }
          group.addTask {
            for _ in 1...10 {
              #expect(await transport.failure(of: HTTPRequest(.get, url: server.url())) == nil)
              answered.withLock { $0 += 1 }
            }
          }
        }
      }
    }
  }

  @Test("a task there that is cancelled has its request given up")
  func cancelled() async throws {
    try await withServer({ while $0.readRequest() != nil {} }) { server, transport in
      let task = Task(executorPreference: transport.executor) {
        await transport.failure(of: HTTPRequest(.get, url: server.url()))
      }
      await until { server.requests.count == 1 }
      task.cancel()
      #expect(await task.value?.kind == .cancelled)
    }
  }

  @Test("those of a transport that is shut down, even by one of them, go on elsewhere")
  func shutDown() async throws {
    try await withServer({ while $0.readRequest() != nil {} }) { server, transport in
      let isThere = await withTaskExecutorPreference(transport.executor) {
        async let waiting = transport.failure(of: HTTPRequest(.get, url: server.url()))
        await until { server.requests.count == 1 }
        transport.shutdown()
        #expect(await waiting?.kind == .cancelled)
        let late = await transport.failure(of: HTTPRequest(.get, url: server.url()))
        #expect(late?.kind == .cancelled)
        await Task.yield()
        return Self.isTransportThread
      }
      #expect(!isThere)
      // And those that come when it is over already.
      let isNowThere = await withTaskExecutorPreference(transport.executor) {
        Self.isTransportThread
      }
      #expect(!isNowThere)
    }
  }

  @Test("shutting down at any moment leaves no task behind")
  func shutDownAtAnyMoment() async {
    // In a process of its own: elsewhere each yield is a turn among all tests.
    await #expect(processExitsWith: .success) {
      for round in 0..<40 {
        try await withServer({ $0.answerAll() }) { server, transport in
          await withTaskExecutorPreference(transport.executor) {
            await withTaskGroup { group in
              for number in 0..<20 {
                group.addTask {
                  for _ in 0..<(number + round) { await Task.yield() }
                  if number == 11 { transport.shutdown() }
                  return await transport.failure(of: HTTPRequest(.get, url: server.url()))
                }
              }
              for await failure in group {
                #expect(failure == nil || failure?.kind == .cancelled)
              }
            }
          }
        }
      }
    }
  }
}
