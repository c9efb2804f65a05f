import Glibc
import Testing

@testable import CurlHTTP

@Suite("Who puts something in wakes the thread where it waits, and only there")
struct CurlMailboxTests {
  private var mailbox = CurlMailbox()
  private let wakeUp: WakeUp

  init() throws {
    wakeUp = try #require(WakeUp())
    mailbox.wakeUp = wakeUp
  }

  /// Whether the thread was woken since it was asked the last time.
  private var wasWoken: Bool {
    var polled = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 0) == 1 else { return false }
    wakeUp.hear()
    return true
  }

  private static func transfer() -> CurlTransfer {
    CurlTransfer(HTTPRequest(.get, url: "http://x/"), configuration: CurlConfiguration())
  }

  @Test("a thread that is awake is not woken: it finds the mail")
  mutating func awake() {
    mailbox.put { $0.submitted.append(Self.transfer()) }
    #expect(!wasWoken)
    let (mail, later) = (mailbox.empty(), mailbox.empty())
    #expect(mail.submitted.count == 1)
    #expect(later.isEmpty)
  }

  @Test("one that waits is woken once, whatever more is put in")
  mutating func asleep() {
    let mayWait = mailbox.fallAsleep()
    #expect(mayWait)
    let transfer = Self.transfer()
    mailbox.put { $0.submitted.append(transfer) }
    #expect(wasWoken)
    mailbox.put { $0.cancelled.append(transfer) }
    #expect(!wasWoken)
    let mail = mailbox.empty()
    #expect(mail.submitted.count == 1 && mail.cancelled.count == 1 && !mail.isStopped)
  }

  @Test("one that has mail may not wait, and is not woken for what more comes")
  mutating func mayNotWait() {
    mailbox.put { $0.submitted.append(Self.transfer()) }
    let mayWait = mailbox.fallAsleep()
    #expect(!mayWait)
    mailbox.put { $0.submitted.append(Self.transfer()) }
    #expect(!wasWoken)
    _ = mailbox.empty()
    let mayWaitLater = mailbox.fallAsleep()
    #expect(mayWaitLater)
  }

  @Test("one that is to end is woken, and sees it each time; then nobody takes mail out any more")
  mutating func stop() {
    let mayWait = mailbox.fallAsleep()
    #expect(mayWait && mailbox.isOpen)
    mailbox.stop()
    #expect(wasWoken && mailbox.isStopped)
    let mayWaitLater = mailbox.fallAsleep()
    #expect(!mayWaitLater)
    let (mail, later) = (mailbox.empty(), mailbox.empty())
    #expect(mail.isStopped && later.isStopped && !mailbox.isOpen)
  }
}
