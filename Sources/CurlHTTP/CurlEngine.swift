import CLibcurl
import Glibc

/// The thread that runs libcurl, as the other threads see it.
///
/// A multi handle belongs to one thread. So what the others want goes into a mailbox, and the thread is
/// woken to empty it. A task may have its own work done on it too: what such a task asks for wakes nobody.
final class CurlEngine: TaskExecutor {
  private struct State {
    var mailbox = CurlMailbox()
    var thread: pthread_t?
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
      guard !state.mailbox.isStopped, !transfer.isCancelled else {
        return TransportError(.cancelled)
      }
      guard state.thread != nil || startThread(&state) else {
        return TransportError(.other, detail: "The transport's thread could not be started")
      }
      state.mailbox.put { $0.submitted.append(transfer) }
      return nil
    }
    if let refusal { transfer.finish(.failure(refusal)) }
  }

  /// Gives a transfer up, whether it is yet to be submitted, waiting, on its way or over.
  func cancel(_ transfer: CurlTransfer) {
    state.withLock { state in
      transfer.isCancelled = true
      guard state.mailbox.isOpen else { return }
      state.mailbox.put { $0.cancelled.append(transfer) }
    }
  }

  /// Has a task go on on the thread; elsewhere where there is no thread, or none any more.
  func enqueue(_ job: UnownedJob) {
    let isTaken = state.withLock { state in
      guard !state.mailbox.isStopped, state.thread != nil || startThread(&state) else {
        return false
      }
      state.mailbox.put { $0.jobs.append(job) }
      return true
    }
    if !isTaken { globalConcurrentExecutor.enqueue(job) }
  }

  /// Stops the thread and waits for its end, unless it is the thread that asks.
  func shutDown() {
    guard let thread = stop() else { return }
    if pthread_equal(thread, pthread_self()) != 0 {
      pthread_detach(thread)
    } else {
      pthread_join(thread, nil)
    }
  }

  /// Stops the thread without waiting for its end.
  func abandon() {
    if let thread = stop() { pthread_detach(thread) }
  }

  /// Tells the thread to stop; the first caller gets it, to join or to detach it.
  private func stop() -> pthread_t? {
    state.withLock { state in
      state.mailbox.stop()
      defer { state.thread = nil }
      return state.thread
    }
  }

  private func startThread(_ state: inout State) -> Bool {
    guard let wakeUp = WakeUp(), let multi = curl_multi_init() else { return false }
    state.mailbox.wakeUp = wakeUp
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
      state.mailbox.wakeUp = nil
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
      return (multi: state.multi, wakeUp: state.mailbox.wakeUp)
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
      loop.turn(mail, resting: rest)
      mail = collect()
    }
    loop.end(mail)
    for job in mail.jobs { globalConcurrentExecutor.enqueue(job) }
  }

  /// Takes in what the others want, and has those tasks go on that can.
  private func collect() -> CurlMailbox.Mail {
    var mail = state.withLock { $0.mailbox.empty() }
    guard !mail.isStopped else { return mail }
    for job in mail.jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    mail.jobs = []
    return mail
  }

  /// Has the sockets looked at: until there is mail, whose sender ends the wait, or only at once where there
  /// is some already.
  private func rest(_ look: (_ mayWait: Bool) -> Void) {
    let mayWait = state.withLock { $0.mailbox.fallAsleep() }
    look(mayWait)
    if mayWait { state.withLock { $0.mailbox.isAsleep = false } }
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
