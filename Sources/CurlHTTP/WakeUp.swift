import CLibcurl
import Glibc

/// What other threads wake one with that waits for sockets.
final class WakeUp: Sendable {
  /// What the thread waits for beside its sockets: it can be read once it was rung.
  let descriptor: Int32

  /// Makes one; nil where the process has no descriptors left.
  init?() {
    descriptor = clibcurl_eventfd()
    if descriptor < 0 { return nil }
  }

  deinit {
    close(descriptor)
  }

  /// Wakes the thread, now or before it waits the next time.
  func ring() {
    var one: UInt64 = 1
    // One that counts no further wakes it as well.
    while write(descriptor, &one, MemoryLayout<UInt64>.size) < 0, errno == EINTR {}
  }

  /// Takes note that it was woken, however often.
  func hear() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
