import Glibc
import Testing

@testable import CurlHTTP

@Suite("A thread is woken now, or before it waits the next time")
struct WakeUpTests {
  /// Whether somebody who waits for it would be woken at once.
  private func isHeard(_ wakeUp: WakeUp) -> Bool {
    var polled = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) == 1
  }

  @Test("it is heard once, however often it was rung")
  func hear() throws {
    let wakeUp = try #require(WakeUp())
    #expect(!isHeard(wakeUp))
    for _ in 1...200 { wakeUp.ring() }
    #expect(isHeard(wakeUp))
    wakeUp.hear()
    #expect(!isHeard(wakeUp))
    wakeUp.ring()
    #expect(isHeard(wakeUp))
  }

  @Test("no child process is given it")
  func isNotHandedOn() throws {
    let wakeUp = try #require(WakeUp())
    #expect(fcntl(wakeUp.descriptor, F_GETFD) & FD_CLOEXEC != 0)
  }
}
