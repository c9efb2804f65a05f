import KeystoneClient
import Synchronization

/// What the requests of a run have told so far of the servers that they went to.
final class RunRecord: Sendable {
  /// How much had gone well at some moment.
  struct Mark: Hashable, Sendable {
    var successes = 0
    var recoveries = 0
  }

  private struct State {
    var mark = Mark()
    var servers: Set<String> = []
  }

  private let state = Mutex(State())

  /// What has gone well up to now.
  var mark: Mark { state.withLock(\.mark) }

  /// Notes that a server has answered, other than with a failure.
  func noteAnswer(from server: String) {
    state.withLock { _ = $0.servers.insert(server) }
  }

  /// Notes that something has gone well, be it after failures or at once.
  func noteSuccess(isRecovery: Bool) {
    state.withLock { state in
      state.mark.successes += 1
      if isRecovery { state.mark.recoveries += 1 }
    }
  }

  /// Whether anybody has answered anything.
  var hasContact: Bool { state.withLock { $0.mark.successes > 0 || !$0.servers.isEmpty } }

  /// Whether the failure comes after an answer that makes it bad weather.
  ///
  /// That nobody answers at one address is no better for another one that did: a catalog may name an
  /// admin URL that was never right. A proxy that says that its Keystone is away is there.
  func hasContact(before error: KeystoneError) -> Bool {
    guard case .transport = error.reason, let server = error.request?.server else {
      return hasContact
    }
    return state.withLock { state in
      state.servers.isEmpty ? state.mark.successes > 0 : state.servers.contains(server)
    }
  }
}
