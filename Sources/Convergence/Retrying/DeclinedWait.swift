/// What a server that is busy asked for, and did not get.
package struct DeclinedWait: Hashable, Sendable {
  /// What was waited for, and so what has to be longer.
  package enum Course: Hashable, Sendable {
    /// Failures of a run that had begun.
    case retries
    /// A Keystone that is still starting.
    case startup
  }

  /// How long it asked to wait before the next request.
  package let asked: Duration
  /// How long would have had to be waited from the first failure on.
  package let needed: Duration
  package let course: Course

  package init(asked: Duration, needed: Duration, course: Course = .retries) {
    self.asked = asked
    self.needed = needed
    self.course = course
  }
}
