import Synchronization

@testable import KeystoneSandbox

/// A fault that waits in a sandbox for one kind of write, with what follows from it.
final class Storm: Sendable {
  private struct State {
    var sandbox: KeystoneSandbox?
    var write: Write?
    var hasBroken = false
  }

  private let weather: Weather
  private let moment: Fault.Moment
  private let state = Mutex(State())

  init(_ weather: Weather, _ moment: Fault.Moment) {
    self.weather = weather
    self.moment = moment
  }

  /// Whether such a request came.
  var hasBroken: Bool { state.withLock(\.hasBroken) }

  /// Waits for the next such request.
  func gather(over write: Write, in sandbox: KeystoneSandbox) {
    state.withLock { $0 = State(sandbox: sandbox, write: write) }
    sandbox.faults.add(
      Fault(write.method, write.path, when: moment, effect: weather.effect)
    )
  }

  /// Is told of every request, once the sandbox has recorded it and before it is answered.
  func requestCame() {
    state.withLock { state in
      guard !state.hasBroken, let sandbox = state.sandbox, let write = state.write,
        let request = sandbox.recorder.requests.last, request.method == write.method,
        write.path.matches(request.path)
      else { return }
      state.hasBroken = true
      guard weather.aftermath > 0 else { return }
      // The request itself counts as the first.
      let count = weather.aftermath
      sandbox.faults.add(Fault(nth: 2, times: count, when: .beforeCommit, effect: .close))
    }
  }
}
