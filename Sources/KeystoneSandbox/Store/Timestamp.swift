import FoundationEssentials

/// A moment, in whole seconds as Keystone's token table keeps them.
struct Timestamp: Sendable, Comparable {
  let seconds: Int

  static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }

  static var now: Timestamp {
    Timestamp(seconds: Int(Date().timeIntervalSince1970))
  }

  func advanced(by seconds: Int) -> Timestamp {
    Timestamp(seconds: self.seconds + seconds)
  }

  /// `2017-08-30T12:00:00.000000Z`, the form in tokens.
  var text: String {
    let date = Date(timeIntervalSince1970: Double(seconds))
    return date.formatted(.iso8601.dateTimeSeparator(.standard)).dropLast() + ".000000Z"
  }
}
