import Glibc
import Synchronization

@testable import KeystoneSeedCLI

/// A port of loopback that says the same on every connection, whatever it is asked.
///
/// For what no Keystone would ever say. With nothing to say it does not listen: connections are
/// refused, and no other program can take the port meanwhile.
final class CannedServer: Sendable {
  /// The first line of each request.
  var requests: [String] { log.lines.withLock { $0 } }
  /// The address of the API.
  let url: String

  private let descriptor: Int32
  private let log = Log()
  private let serving: Background<Void>?

  /// What was asked, shared with the thread that answers.
  private final class Log: Sendable {
    let lines = Mutex<[String]>([])
  }

  init(saying answer: String?) throws(SystemError) {
    let descriptor = socket(
      AF_INET,
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue),
      0
    )
    self.descriptor = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound, answer == nil || listen(descriptor, 16) == 0 else { throw .last }
    url = "http://127.0.0.1:\(in_port_t(bigEndian: address.sin_port))/v2.0"
    serving = answer.map { [log] answer in
      Background { Self.serve(descriptor, answer, log) }
    }
  }

  /// Stops listening and waits for the last answer.
  func stop() async throws {
    shutdown(descriptor, Int32(SHUT_RDWR))
    try await serving?.value
    close(descriptor)
  }

  private static func serve(_ listener: Int32, _ answer: String, _ log: Log) {
    while true {
      let connection = Descriptor(accept(listener, nil, nil))
      guard connection.number >= 0 else { return }
      defer { connection.close() }
      do {
        let request = String(decoding: try connection.read(atMost: 65_536), as: UTF8.self)
        log.lines.withLock { $0.append(String(request.prefix { !$0.isNewline })) }
        try connection.write(Array(answer.utf8))
      } catch {
        // The client has gone; what it made of that is up to the test.
      }
    }
  }
}
