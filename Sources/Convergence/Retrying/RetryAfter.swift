import Glibc

/// When a server wants to be asked again: the value of a `Retry-After` header.
///
/// RFC 9110, section 10.2.3: seconds, or a date in one of the three forms of section 5.6.7.
package struct RetryAfter: Hashable, Sendable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// How long to wait.
  ///
  /// - Parameter now: The seconds since 1970.
  /// - Returns: The time, zero for a date that is past, nil for a text that is neither form.
  package func delay(now: Int = time(nil)) -> Duration? {
    let trimmed = text.drop { $0 == " " }
    if !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(trimmed).map { .seconds($0) }
    }
    return date(now: now).map { .seconds(max(0, $0 - now)) }
  }

  private static let century = 36_525 * 86_400

  /// The date as seconds since 1970; one more than 50 years ahead is of the century before.
  private func date(now: Int) -> Int? {
    let words = text.split { " ,-".contains($0) }
    switch words.count {
    // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT.
    case 6 where words[5] == "GMT":
      let seconds = Self.seconds(day: words[1], month: words[2], year: words[3], time: words[4])
      return seconds.map { $0 - now > Self.century / 2 ? $0 - Self.century : $0 }
    // Sun Nov  6 08:49:37 1994.
    case 5:
      return Self.seconds(day: words[2], month: words[1], year: words[4], time: words[3])
    default:
      return nil
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func seconds(
    day: Substring,
    month: Substring,
    year: Substring,
    time: Substring
  ) -> Int? {
    let parts = time.split(separator: ":").compactMap { Int32($0) }
    guard let day = Int32(day), let year = Int32(year), parts.count == 3,
      let month = months.firstIndex(of: String(month))
    else { return nil }
    var date = tm()
    date.tm_mday = day
    date.tm_mon = Int32(month)
    date.tm_year = year < 100 ? year + 100 : year - 1900
    (date.tm_hour, date.tm_min, date.tm_sec) = (parts[0], parts[1], parts[2])
    return timegm(&date)
  }
}
