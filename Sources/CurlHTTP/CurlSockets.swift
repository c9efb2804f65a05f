import CLibcurl
import Glibc

/// The sockets that libcurl waits for, and when it wants to be called whatever they do.
///
/// `curl_multi_perform` asks the kernel about the socket of every transfer each time; told which socket
/// is ready, libcurl asks about none (https://curl.se/libcurl/c/curl_multi_socket_action.html).
final class CurlSockets {
  private let multi: UnsafeMutableRawPointer
  private let wakeUp: WakeUp
  /// What is waited for: the wake-up first, then a socket each.
  private var polled: [pollfd]
  private var deadline: ContinuousClock.Instant?
  /// How often there was something else to do than to wait, since the sockets were looked at.
  private var passes = 0
  /// How often that may be: to look is a system call, and most of what tasks do ends soon in a wait.
  private static let mostPasses = 16

  /// Has libcurl say which sockets it waits for.
  ///
  /// - Parameters:
  ///   - multi: The handle, which has to be cleaned up before this is freed.
  ///   - wakeUp: What else ends a wait.
  init(multi: UnsafeMutableRawPointer, wakeUp: WakeUp) {
    self.multi = multi
    self.wakeUp = wakeUp
    polled = [pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)]
    let target = Unmanaged.passUnretained(self).toOpaque()
    clibcurl_multi_set_socket_callback(
      multi,
      { _, socket, interest, target, _ in
        CurlSockets.at(target)?.watch(socket, interest)
        return 0
      },
      target
    )
    clibcurl_multi_set_timer_callback(
      multi,
      { _, milliseconds, target in
        CurlSockets.at(target)?.setDeadline(after: milliseconds)
        return 0
      },
      target
    )
  }

  /// Waits until a socket is ready, the time has come or the thread is woken, and has libcurl go on.
  ///
  /// A transfer that begins has its time at once: nobody asks the kernel about it before.
  ///
  /// - Parameter rest: Looks at them by the means that it is given, and says whether they may be waited for.
  func wait(resting rest: (_ look: (_ mayWait: Bool) -> Void) -> Void) {
    if let deadline, deadline <= .now {
      self.deadline = nil
      return act(on: CURL_SOCKET_TIMEOUT, 0)
    }
    var count: Int32 = 0
    rest { mayWait in
      passes = mayWait ? 0 : passes + 1
      guard passes.isMultiple(of: Self.mostPasses) else { return }
      count = poll(&polled, nfds_t(polled.count), mayWait ? timeout : 0)
    }
    let ready = count > 0 ? polled.filter { $0.revents != 0 } : []
    for socket in ready {
      if socket.fd == wakeUp.descriptor { wakeUp.hear() } else { act(on: socket) }
    }
  }

  private static func at(_ target: UnsafeMutableRawPointer?) -> CurlSockets? {
    target.map { Unmanaged<CurlSockets>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: What libcurl says

  private func watch(_ socket: curl_socket_t, _ interest: Int32) {
    let events: Int32? =
      switch interest {
      case CURL_POLL_IN: POLLIN
      case CURL_POLL_OUT: POLLOUT
      case CURL_POLL_INOUT: POLLIN | POLLOUT
      case CURL_POLL_REMOVE: nil
      default: 0
      }
    let index = polled.dropFirst().firstIndex { $0.fd == socket }
    switch (index, events) {
    case (let index?, let events?): polled[index].events = Int16(events)
    case (let index?, nil): polled.remove(at: index)
    case (nil, let events?): polled.append(pollfd(fd: socket, events: Int16(events), revents: 0))
    case (nil, nil): break
    }
  }

  private func setDeadline(after milliseconds: Int) {
    deadline = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
  }

  // MARK: What libcurl is told

  /// How long to wait at most, as `poll` takes it: in milliseconds, -1 for ever.
  private var timeout: Int32 {
    guard let deadline else { return -1 }
    let left = deadline - .now
    guard left > .zero else { return 0 }
    // Rounded up: to wake before the time has come would be to wake for nothing.
    return Int32(
      clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        + 1
    )
  }

  /// An end or an error is for a read or a write to find, which tells which it was.
  private func act(on socket: pollfd) {
    let (asked, found) = (Int32(socket.events), Int32(socket.revents))
    let hasEnded = found & (POLLHUP | POLLERR) != 0
    var mask: Int32 = found & POLLNVAL != 0 ? CURL_CSELECT_ERR : 0
    if asked & POLLIN != 0, hasEnded || found & POLLIN != 0 { mask |= CURL_CSELECT_IN }
    if asked & POLLOUT != 0, hasEnded || found & POLLOUT != 0 { mask |= CURL_CSELECT_OUT }
    act(on: socket.fd, mask)
  }

  private func act(on socket: curl_socket_t, _ mask: Int32) {
    var running: Int32 = 0
    curl_multi_socket_action(multi, socket, mask, &running)
  }
}
