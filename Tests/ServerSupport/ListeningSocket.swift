import Glibc

/// A TCP socket that listens on a port of loopback which the system chose.
package final class ListeningSocket: Sendable {
  /// A system call that failed.
  package struct Failure: Error {
    let errno: Int32
  }

  package let descriptor: Int32
  package let port: Int

  /// Makes a socket that listens.
  ///
  /// - Parameter backlog: How many connections may wait to be accepted.
  /// - Throws: ``Failure`` when the system refuses.
  package init(backlog: Int32 = 1024) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in.loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, backlog) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isListening else { throw Failure(errno: errno) }
    self.descriptor = descriptor
    port = Int(in_port_t(bigEndian: address.sin_port))
  }

  deinit {
    close(descriptor)
  }

  /// Opens a connection, which nobody need accept.
  ///
  /// - Returns: The client's descriptor, to be closed by the caller.
  /// - Throws: ``Failure`` when the system refuses.
  package func connect() throws -> Int32 {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in.loopback(port: in_port_t(port))
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(client, $0, size) == 0
      }
    }
    guard isConnected else { throw Failure(errno: errno) }
    return client
  }
}

extension sockaddr_in {
  fileprivate static func loopback(port: in_port_t) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return address
  }
}
