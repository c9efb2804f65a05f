import Dispatch
import Glibc

/// SIGTERM and SIGINT as something to wait for.
struct TerminationSignals {
  private let stream: AsyncStream<Void>

  /// Listens to the signals from now on: none of them kills the process any more.
  init(_ numbers: [Int32] = [SIGTERM, SIGINT]) async {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    self.stream = stream
    for number in numbers {
      await withCheckedContinuation { listening in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setRegistrationHandler { listening.resume() }
        source.setEventHandler {
          continuation.yield()
          withExtendedLifetime(source) {}
        }
        source.resume()
      }
    }
  }

  /// Returns when the first of them comes.
  func wait() async {
    for await _ in stream {
      break
    }
  }
}
