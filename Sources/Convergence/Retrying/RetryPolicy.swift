/// When a request is sent again, and for how long: the only place that decides it for a run.
///
/// Some failures pass: a restarting Keystone, a load balancer that has not noticed yet (8 seconds
/// with HAProxy's usual checks), a Galera node that rejoins, two transactions in each other's way,
/// which Keystone answers with a plain 500. A refusal does not: 400, 401, 403, 404 and 409 are final.
package struct RetryPolicy: Hashable, Sendable {
  /// How long after the first failure something is still tried again.
  package var ceiling: Duration
  /// The same before anything has been answered at all, and then for a 500 or 429 alone; and
  /// afterwards for a host name that has no address any more.
  ///
  /// Where nobody listens, the address may be wrong: that is said at once. Waiting for a Keystone
  /// that is still starting is another wish.
  package var ceilingBeforeContact: Duration
  /// Whether an answer that says that a server is out of order counts as one: then it is there, and
  /// its first such answer is tried again for as long as any later one.
  package var trustsFirstAnswer: Bool
  /// How often one request is answered 500 at most while others go well.
  ///
  /// Two transactions in each other's way, or a node that lost its database, are over after a few
  /// tries or hit others too. What is left is the object: a name or a text that the database
  /// refuses, each time.
  package var mostRefusals: Int
  /// How long the last try takes at least, whatever is left of the ceiling.
  package var shortestTry: Duration
  /// How long after a lost answer a service or endpoint may still appear by itself.
  ///
  /// A frozen Keystone carries on where it stopped, after its load balancer has answered 504 in its
  /// place, and nothing keeps a second row of the same name out. So it is looked for as long as this
  /// before it is made anew; what comes later still is found by reading back, or by the next run.
  package var settlingTime: Duration
  /// How long what was written may be missing from what is read.
  ///
  /// On another Galera node a row appears some moments after its writer had the answer. So a reading
  /// that lacks what was just made, or that catches another run half way, is no drift yet.
  package var replicationTime: Duration
  /// How far apart two readings are at least that have to agree.
  package var rereadPause: Duration
  /// How long the first pause is at most; each further one is twice as long.
  package var firstPause: Duration
  /// How long a pause is at most.
  package var longestPause: Duration

  /// How long nothing goes well before a run sends nothing new: as long as one request is tried again,
  /// and some seconds where that is less, since one failure alone says nothing of the next request.
  package var patience: Duration { max(ceiling, .seconds(3)) }

  package init(
    ceiling: Duration = .seconds(60),
    ceilingBeforeContact: Duration = .seconds(3),
    trustsFirstAnswer: Bool = false,
    mostRefusals: Int = 6,
    shortestTry: Duration = .seconds(1),
    settlingTime: Duration = .seconds(8),
    replicationTime: Duration = .seconds(3),
    rereadPause: Duration = .milliseconds(500),
    firstPause: Duration = .milliseconds(100),
    longestPause: Duration = .seconds(5)
  ) {
    self.ceiling = ceiling
    self.ceilingBeforeContact = min(ceiling, ceilingBeforeContact)
    self.trustsFirstAnswer = trustsFirstAnswer
    self.mostRefusals = mostRefusals
    self.shortestTry = shortestTry
    self.settlingTime = settlingTime
    self.replicationTime = replicationTime
    self.rereadPause = rereadPause
    self.firstPause = firstPause
    self.longestPause = longestPause
  }

  /// The pause before a further attempt, between half and all of its length, so that many that
  /// failed together do not come back together.
  ///
  /// - Parameters:
  ///   - failures: How many attempts have failed, at least 1.
  ///   - jitter: A number from 0 to 1 that chooses within that half.
  /// - Returns: How long to wait.
  package func pause(after failures: Int, jitter: Double) -> Duration {
    let doublings = min(max(failures - 1, 0), 20)
    let length = min(firstPause * (1 << doublings), longestPause)
    return length * (0.5 + jitter / 2)
  }

  /// How long after its first failure the same request is tried again.
  ///
  /// - Parameters:
  ///   - error: How it failed.
  ///   - hasContact: Whether the server has answered anything in this run.
  /// - Returns: The time, or nil where it is not sent again: it cannot go well later, or nobody has
  ///   ever answered there.
  package func ceiling(after error: BackendFailure, hasContact: Bool) -> Duration? {
    guard error.isPassing else { return nil }
    guard error.kind != .noAddress else { return hasContact ? ceilingBeforeContact : nil }
    // Whoever says when to come back is there.
    if hasContact || error.comeback != nil { return ceiling }
    if trustsFirstAnswer, error.isAnswered { return ceiling }
    return error.isOverload ? ceilingBeforeContact : nil
  }

  /// Whether the same request may go well later.
  ///
  /// - Parameters:
  ///   - error: How it failed.
  ///   - hasContact: Whether the server has answered anything in this run.
  /// - Returns: Whether to send it again after a pause.
  package func retries(_ error: BackendFailure, hasContact: Bool) -> Bool {
    ceiling(after: error, hasContact: hasContact) != nil
  }
}
