import Synchronization

@testable import KeystoneSeedCLI

/// What a command wrote, in place of the streams of a process.
final class Screen: Sendable {
  private let bytes = Mutex<[Console.Stream: [UInt8]]>([:])

  var output: String { text(of: .output) }
  var error: String { text(of: .error) }

  func write(_ stream: Console.Stream, _ bytes: [UInt8]) {
    self.bytes.withLock { $0[stream, default: []] += bytes }
  }

  private func text(of stream: Console.Stream) -> String {
    bytes.withLock { String(decoding: $0[stream] ?? [], as: UTF8.self) }
  }
}
