/// Finds out how many things at a time get the most done, while they are done.
///
/// The number grows by a few as long as more gets done in the same time for it, and steps back where
/// it does not: then they only wait for each other on the server. Where less and less gets done with
/// the same number, the server has become slower, and a quarter less is sent to it: an increase that
/// adds and a decrease that multiplies, as in the congestion control of TCP (RFC 5681), here on what
/// is done in a second. How long each thing takes tells the same, since it is the number under way
/// divided by that (Little's law).
struct Pace {
  /// How many may be under way.
  private(set) var limit: Int
  private let most: Int
  private let isFixed: Bool
  private let now: () -> Duration

  private var epoch: Epoch
  /// The number that has proved itself, and what got done in a second with it.
  private var proven: (limit: Int, rate: Double)?
  /// How many epochs nothing is tried, and how many it will be after the next vain try.
  private var rest = 0
  private var nextRest = Pace.firstRest

  /// A stretch of time with one number.
  private struct Epoch {
    let start: Duration
    var ended = 0
  }

  private static let step = 4
  private static let firstRest = 4
  private static let longestRest = 64
  /// Shorter ones say little.
  private static let shortestEpoch = Duration.milliseconds(250)
  private static let fewestRounds = 4
  /// How much of the growth that the number would allow has to be there.
  private static let worthwhileShare = 0.25
  private static let slump = 0.7

  /// Makes one that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - parallelism: What was asked for.
  ///   - now: The time since any moment.
  init(_ parallelism: Parallelism, now: @escaping () -> Duration) {
    limit = parallelism.first
    most = parallelism.most
    isFixed = parallelism != .automatic
    self.now = now
    epoch = Epoch(start: isFixed ? .zero : now())
  }

  /// Notes that one thing has ended.
  ///
  /// - Parameter underWay: How many were, that one included: fewer than allowed say nothing.
  mutating func noteEnd(underWay: Int) {
    guard !isFixed else { return }
    let now = now()
    guard underWay >= limit else {
      epoch = Epoch(start: now)
      return
    }
    epoch.ended += 1
    let length = now - epoch.start
    guard length >= Self.shortestEpoch, epoch.ended >= Self.fewestRounds * limit else { return }
    adapt(to: Double(epoch.ended) / (length / .seconds(1)))
    epoch = Epoch(start: now)
  }

  private mutating func adapt(to rate: Double) {
    guard let proven else {
      self.proven = (limit, rate)
      grow()
      return
    }
    guard limit > proven.limit else {
      watch(rate, proven)
      return
    }
    let growth = rate / proven.rate - 1
    let possible = Double(limit) / Double(proven.limit) - 1
    if growth >= possible * Self.worthwhileShare {
      self.proven = (limit, rate)
      nextRest = Self.firstRest
      grow()
    } else {
      limit = proven.limit
      rest = nextRest
      nextRest = min(nextRest * 2, Self.longestRest)
    }
  }

  /// Looks whether the number is still right, and tries another one from time to time.
  private mutating func watch(_ rate: Double, _ proven: (limit: Int, rate: Double)) {
    guard rate >= proven.rate * Self.slump else {
      limit = max(2, limit * 3 / 4)
      self.proven = nil
      return
    }
    self.proven = (limit, rate)
    rest -= 1
    if rest <= 0 { grow() }
  }

  private mutating func grow() {
    limit = min(limit + Self.step, most)
  }
}
