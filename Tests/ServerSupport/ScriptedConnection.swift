import Glibc

/// One connection of a ``ScriptedServer``, as its script sees it.
package struct ScriptedConnection {
  package let server: ScriptedServer
  package let descriptor: Int32
  /// The first connection of a server is number 1.
  package let number: Int

  /// Reads one whole request, or returns nil when the client has closed the connection.
  @discardableResult
  package func readRequest() -> String? {
    var text = ""
    while !text.hasSuffix("\r\n\r\n") {
      guard let byte = read(1) else { return nil }
      text += byte
    }
    let length = text.split(separator: "\r\n").compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].drop { $0 == " " })
    }
    if let length = length.last, length > 0 {
      guard let body = read(length) else { return nil }
      text += body
    }
    server.record(text)
    return text
  }

  /// Writes a text, whether the client still takes it or not; false when it does not.
  @discardableResult
  package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Writes bytes, whether the client still takes them or not; false when it does not.
  @discardableResult
  package func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Writes a whole answer of status 200.
  package func answer(_ body: String = "{}", status: String = "200 OK", headers: String = "") {
    write("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// Answers every request with 200 until the client closes the connection.
  package func answerAll() {
    while readRequest() != nil { answer() }
  }

  /// Waits until the client has closed the connection.
  package func awaitClose() {
    while read(1) != nil {}
  }

  /// Closes the connection, unless it is closed.
  package func end() {
    server.close(descriptor)
  }

  /// Closes the connection with a TCP reset.
  package func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_LINGER,
      &linger,
      socklen_t(MemoryLayout.size(ofValue: linger))
    )
    server.close(descriptor)
  }

  @discardableResult
  package func read(_ count: Int) -> String? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var buffer = [UInt8](repeating: 0, count: count - bytes.count)
      let received = recv(descriptor, &buffer, buffer.count, 0)
      guard received > 0 else { return nil }
      bytes += buffer[..<received]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
