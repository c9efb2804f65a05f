import Glibc

/// An open file of this process, by its number.
///
/// Reading and writing go on after a signal, and wait where somebody made the file non-blocking:
/// a terminal shared with another program may be.
struct Descriptor: Hashable, Sendable {
  static let standardInput = Descriptor(0)
  static let standardOutput = Descriptor(1)
  static let standardError = Descriptor(2)

  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  var isTerminal: Bool { isatty(number) == 1 }

  func close() {
    _ = Glibc.close(number)
  }

  /// Reads what is there, at least one byte; nothing at the end of the file.
  func read(atMost count: Int) throws(SystemError) -> [UInt8] {
    while true {
      var received = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        received = Glibc.read(number, buffer.baseAddress, count)
        initialized = max(received, 0)
      }
      if received >= 0 { return bytes }
      try waitAfterFailure(until: POLLIN)
    }
  }

  /// Reads what is there; nothing at the end of the file, nil where there is nothing at the moment.
  func readAvailable(atMost count: Int) throws(SystemError) -> [UInt8]? {
    var received = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      received = Glibc.read(number, buffer.baseAddress, count)
      initialized = max(received, 0)
    }
    if received >= 0 { return bytes }
    guard errno == EAGAIN || errno == EINTR else { throw .last }
    return nil
  }

  /// Reads to the end of the file, or one byte more than the limit, which tells that there is more.
  func readToEnd(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = try read(atMost: min(65_536, limit + 1 - bytes.count))
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// The same, for a writer that may be slow.
  ///
  /// - Parameters:
  ///   - limit: How much is read at most, but for the byte that tells that there is more.
  ///   - silence: After how long without a byte, and then again, it is said.
  ///   - say: Told how long it has taken so far.
  /// - Returns: What was read.
  /// - Throws: The system's error.
  func readToEnd(
    limit: Int,
    silence: Duration,
    say: (_ elapsed: Duration) -> Void
  ) throws(SystemError) -> [UInt8] {
    let start = ContinuousClock.now
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, silence.pollMilliseconds) == 0 {
        say(start.duration(to: .now))
        continue
      }
      // read(2) reports all else that poll(2) may say.
      let chunk = try read(atMost: min(65_536, limit + 1 - bytes.count))
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// Writes all of it.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else {
        try waitAfterFailure(until: POLLOUT)
      }
    }
  }

  /// Waits until the reader of this pipe has taken all that was written, and a moment to show it.
  ///
  /// Only a pipe is waited for.
  ///
  /// - Parameter limit: How long at most: a reader may be busy, or stopped.
  func waitUntilRead(within limit: Duration) {
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
    let look: useconds_t = 5_000
    let start = ContinuousClock.now
    while start.duration(to: .now) < limit {
      var count: Int32 = 0
      guard ioctl(number, UInt(FIONREAD), &count) == 0, count > 0 else { break }
      usleep(look)
    }
    usleep(4 * look)
  }

  private func waitAfterFailure(until event: Int32) throws(SystemError) {
    switch errno {
    case EINTR:
      return
    case EAGAIN:
      var request = pollfd(fd: number, events: Int16(event), revents: 0)
      _ = poll(&request, 1, -1)
    case let code:
      throw SystemError(code)
    }
  }
}
