import Synchronization

/// What the requests of a run have told so far of the servers that they went to.
final class RunRecord: Sendable {
  /// How much had gone well at some moment.
  struct Mark: Hashable, Sendable {
    var successes = 0
    var recoveries = 0
  }

  /// Whether something is changed or only read.
  enum Access: Hashable, Sendable {
    case read
    case write
  }

  fileprivate struct State {
    var mark = Mark()
    var servers: Set<String> = []
    /// What is out of order for everything, and for writes alone: a database may be read-only.
    var outage = Outage()
    var outageOfWrites = Outage()
    /// How many objects in a row were refused with 500 each time, without a write in between.
    var refusedObjects = 0
  }

  private let state = Mutex(State())

  /// What has gone well up to now.
  var mark: Mark { state.withLock(\.mark) }

  /// Notes that a server has answered, other than with a failure.
  func noteAnswer(from server: String) {
    state.withLock { _ = $0.servers.insert(server) }
  }

  /// Notes that something has gone well, be it after failures or at once.
  func noteSuccess(_ access: Access = .read, isRecovery: Bool) {
    state.withLock { state in
      state.mark.successes += 1
      if isRecovery { state.mark.recoveries += 1 }
      if access == .write { state.refusedObjects = 0 }
      state.endOutage(access)
    }
  }

  /// Whether anybody has answered anything.
  var hasContact: Bool { state.withLock { $0.mark.successes > 0 || !$0.servers.isEmpty } }

  /// Whether the failure comes after an answer that makes it one that may pass.
  ///
  /// That nobody answers at one address is no better for another one that did: a catalog may name an
  /// admin URL that was never right. A proxy that says that its Keystone is away is there.
  func hasContact(before error: BackendFailure) -> Bool {
    guard error.isUnanswered, let server = error.request?.server else {
      return hasContact
    }
    return state.withLock { state in
      state.servers.isEmpty ? state.mark.successes > 0 : state.servers.contains(server)
    }
  }

  // MARK: Outages

  /// Notes a failure: one that may pass belongs to an outage, and a refusal is an answer.
  func noteFailure(
    _ error: BackendFailure,
    _ access: Access,
    at now: Duration,
    patience: Duration
  ) {
    state.withLock { state in
      guard error.isPassing else {
        if error.isRefusal { state.endOutage(access) }
        return
      }
      state.outage.noteFailure(at: now, patience: patience)
      if access == .write { state.outageOfWrites.noteFailure(at: now, patience: patience) }
    }
  }

  /// Notes that somebody has waited to the end, in vain.
  func noteGivingUp(
    after error: BackendFailure,
    _ access: Access,
    at now: Duration,
    patience: Duration
  ) {
    state.withLock { state in
      state.outage.giveUp(error, at: now, patience: patience)
      if access == .write { state.outageOfWrites.giveUp(error, at: now, patience: patience) }
    }
  }

  /// Notes that one object is refused each time, while others go well.
  func noteRefusedObject() {
    state.withLock { state in
      state.refusedObjects += 1
      state.endOutage(.write)
    }
  }

  /// How many objects in a row were refused each time.
  var refusedObjects: Int { state.withLock(\.refusedObjects) }

  /// The failure with which such requests were given up, until one goes well; nil where they are worth
  /// sending.
  func verdict(on access: Access) -> BackendFailure? {
    state.withLock { state in
      state.outage.verdict ?? (access == .write ? state.outageOfWrites.verdict : nil)
    }
  }
}

extension RunRecord.State {
  fileprivate mutating func endOutage(_ access: RunRecord.Access) {
    outage.end()
    if access == .write { outageOfWrites.end() }
  }
}
