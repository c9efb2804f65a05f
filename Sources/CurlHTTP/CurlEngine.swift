import CLibcurl
import Glibc

/// The thread that runs libcurl, as the other threads see it.
///
/// A multi handle belongs to one thread. So what the others want goes into a mailbox, and the thread is
/// woken to empty it.
final class CurlEngine: Sendable {
  /// What the thread finds in its mailbox.
  struct Mail {
    var submitted: [CurlTransfer] = []
    var cancelled: [CurlTransfer] = []
    var isStopped = false

    /// Whether nobody has put anything in since it was emptied, so that the thread has to be woken.
    var isEmpty: Bool { submitted.isEmpty && cancelled.isEmpty }
  }

  private struct State {
    var mail = Mail()
    var thread: pthread_t?
    /// What wakes the thread, from its start until it saw that it is stopped.
    var wakeUp: WakeUp?
    /// The handle that is made for the thread, until it takes it.
    var multi: UnsafeMutableRawPointer?
  }

  let configuration: CurlConfiguration
  private let counters = Locked(CurlStatistics())
  private let state = Locked(State())

  init(configuration: CurlConfiguration) throws(TransportError) {
    try CurlLibrary.initialize()
    self.configuration = configuration
  }

  /// What has been done so far.
  var statistics: CurlStatistics { counters.withLock { $0 } }

  /// Hands a transfer to the thread, which starts with the first one.
  func submit(_ transfer: CurlTransfer, resuming continuation: CurlTransfer.Continuation) {
    transfer.continuation = continuation
    let refusal: TransportError? = state.withLock { state in
      guard !state.mail.isStopped, !transfer.isCancelled else { return TransportError(.cancelled) }
      guard state.thread != nil || startThread(&state) else {
        return TransportError(.other, detail: "The transport's thread could not be started")
      }
      let isToBeWoken = state.mail.isEmpty
      state.mail.submitted.append(transfer)
      if isToBeWoken { state.wakeUp?.ring() }
      return nil
    }
    if let refusal { transfer.finish(.failure(refusal)) }
  }

  /// Gives a transfer up, whether it is yet to be submitted, waiting, on its way or over.
  func cancel(_ transfer: CurlTransfer) {
    state.withLock { state in
      transfer.isCancelled = true
      guard let wakeUp = state.wakeUp else { return }
      let isToBeWoken = state.mail.isEmpty
      state.mail.cancelled.append(transfer)
      if isToBeWoken { wakeUp.ring() }
    }
  }

  /// Stops the thread and waits for its end.
  func shutDown() {
    if let thread = stop() { pthread_join(thread, nil) }
  }

  /// Stops the thread without waiting for its end.
  func abandon() {
    if let thread = stop() { pthread_detach(thread) }
  }

  /// Tells the thread to stop; the first caller gets it, to join or to detach it.
  private func stop() -> pthread_t? {
    state.withLock { state in
      state.mail.isStopped = true
      state.wakeUp?.ring()
      defer { state.thread = nil }
      return state.thread
    }
  }

  private func startThread(_ state: inout State) -> Bool {
    guard let wakeUp = WakeUp(), let multi = curl_multi_init() else { return false }
    state.wakeUp = wakeUp
    state.multi = multi
    let engine = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      nil,
      { context in
        if let context { Unmanaged<CurlEngine>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      },
      engine.toOpaque()
    )
    guard code == 0 else {
      engine.release()
      state.wakeUp = nil
      state.multi = nil
      curl_multi_cleanup(multi)
      return false
    }
    state.thread = thread
    return true
  }

  private func run() {
    blockBrokenPipes()
    let made = state.withLock { state in
      defer { state.multi = nil }
      return (multi: state.multi, wakeUp: state.wakeUp)
    }
    guard let multi = made.multi, let wakeUp = made.wakeUp else { return }
    var loop = CurlLoop(
      multi: multi,
      wakeUp: wakeUp,
      configuration: configuration,
      statistics: counters
    )
    var mail = collect()
    while !mail.isStopped {
      loop.turn(mail)
      mail = collect()
    }
    loop.end(mail)
  }

  private func collect() -> Mail {
    state.withLock { state in
      let mail = state.mail
      state.mail.submitted = []
      state.mail.cancelled = []
      if mail.isStopped { state.wakeUp = nil }
      return mail
    }
  }

  /// Keeps a connection that breaks under a TLS library's write from ending the process.
  ///
  /// SIGPIPE goes to the thread that wrote. Blocking it here leaves the program's own handler
  /// alone, where ignoring it would replace that handler for everybody.
  private func blockBrokenPipes() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
