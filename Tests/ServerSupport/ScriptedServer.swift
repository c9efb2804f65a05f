import CurlHTTP
import Glibc

/// A server on loopback that does to each connection what a test's script says, byte by byte.
///
/// A thread for each connection and blocking calls: a script reads like the conversation it is.
package final class ScriptedServer: Sendable {
  /// What happens on one connection, which is closed afterwards.
  package typealias Script = @Sendable (ScriptedConnection) -> Void

  private struct State {
    var threads: [pthread_t] = []
    var open: Set<Int32> = []
    var requests: [String] = []
    var connectionCount = 0
    var isStopped = false
  }

  /// The port that the system chose.
  package let port: Int
  private let listener: ListeningSocket
  private let state = Locked(State())

  /// Makes a server that listens and runs the script on every connection.
  package init(_ script: @escaping Script) throws {
    listener = try ListeningSocket()
    port = listener.port
    startThread { [self] in accept(script) }
  }

  /// The URL of a path on this server.
  package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The requests read so far, head and body, in the order of their arrival.
  package var requests: [String] { state.withLock { $0.requests } }

  /// Drops the requests read so far.
  package func forgetRequests() { state.withLock { $0.requests = [] } }

  /// How many connections were accepted so far.
  package var connectionCount: Int { state.withLock { $0.connectionCount } }

  /// How many connections are open now.
  package var openCount: Int { state.withLock { $0.open.count } }

  /// Refuses further connections, and leaves those that there are.
  package func stopListening() { shutdown(listener.descriptor, Int32(SHUT_RDWR)) }

  /// Closes everything and waits until every script is at its end.
  package func stop() {
    state.withLock { state in
      state.isStopped = true
      stopListening()
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
    while let thread = state.withLock({ $0.threads.popLast() }) { pthread_join(thread, nil) }
  }

  /// Remembers what a connection has read.
  package func record(_ request: String) { state.withLock { $0.requests.append(request) } }

  /// Closes a connection, unless it is closed.
  package func close(_ descriptor: Int32) {
    state.withLock { state in
      // Under the lock: the number may be another socket's a moment later.
      if state.open.remove(descriptor) != nil { Glibc.close(descriptor) }
    }
  }

  private func accept(_ script: @escaping Script) {
    while true {
      let descriptor = Glibc.accept(listener.descriptor, nil, nil)
      guard descriptor >= 0 else { return }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      let number = state.withLock { state in
        state.open.insert(descriptor)
        state.connectionCount += 1
        if state.isStopped { shutdown(descriptor, Int32(SHUT_RDWR)) }
        return state.connectionCount
      }
      startThread { [self] in
        let connection = ScriptedConnection(server: self, descriptor: descriptor, number: number)
        script(connection)
        connection.end()
      }
    }
  }

  private func startThread(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    pthread_create(
      &thread,
      nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      },
      box.toOpaque()
    )
    state.withLock { $0.threads.append(thread) }
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
