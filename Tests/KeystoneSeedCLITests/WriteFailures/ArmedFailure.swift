import Synchronization

@testable import KeystoneSandbox

/// A fault that waits in a sandbox for one kind of write, with what follows from it.
final class ArmedFailure: Sendable {
  private struct State {
    var sandbox: KeystoneSandbox?
    var write: Write?
    var hasStruck = false
  }

  private let failure: WriteFailure
  private let moment: Fault.Moment
  private let state = Mutex(State())

  init(_ failure: WriteFailure, _ moment: Fault.Moment) {
    self.failure = failure
    self.moment = moment
  }

  /// Whether such a request came.
  var hasStruck: Bool { state.withLock(\.hasStruck) }

  /// Waits for the next such request.
  func arm(for write: Write, in sandbox: KeystoneSandbox) {
    state.withLock { $0 = State(sandbox: sandbox, write: write) }
    sandbox.faults.add(
      Fault(write.method, write.path, when: moment, effect: failure.effect)
    )
  }

  /// Is told of every request, once the sandbox has recorded it and before it is answered.
  func requestCame() {
    state.withLock { state in
      guard !state.hasStruck, let sandbox = state.sandbox, let write = state.write,
        let request = sandbox.recorder.requests.last, request.method == write.method,
        write.path.matches(request.path)
      else { return }
      state.hasStruck = true
      guard failure.aftermath > 0 else { return }
      // The request itself counts as the first.
      let count = failure.aftermath
      sandbox.faults.add(Fault(nth: 2, times: count, when: .beforeCommit, effect: .close))
    }
  }
}
