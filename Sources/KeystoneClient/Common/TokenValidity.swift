/// How long a token lives, as far as the server says.
public struct TokenValidity: Hashable, Sendable {
  /// When it was issued, as the server wrote it: UTC, with or without a `Z`.
  public var issuedAt: String?
  /// When it ends, as the server wrote it.
  public var expires: String?

  /// Makes a validity.
  public init(issuedAt: String? = nil, expires: String? = nil) {
    self.issuedAt = issuedAt
    self.expires = expires
  }

  /// The time between the two, nil where either is missing or not a time.
  ///
  /// Both are the server's clock, so that a wrong clock on either side does no harm.
  public var lifetime: Duration? {
    guard let issuedAt, let expires,
      let start = Self.secondsSince1970(issuedAt),
      let end = Self.secondsSince1970(expires)
    else { return nil }
    return .seconds(end - start)
  }

  /// Reads `YYYY-MM-DDTHH:MM:SS`, with whatever follows: a fraction and `Z` in Pike, a fraction
  /// and no `Z` for Icehouse's `issued_at` (`keystone.token.providers.common`).
  private static func secondsSince1970(_ text: String) -> Int? {
    let parts = text.prefix(19).split(
      omittingEmptySubsequences: false,
      whereSeparator: { "-T :".contains($0) }
    )
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 6, numbers.count == 6,
      (1...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    let days = daysSince1970(year: numbers[0], month: numbers[1], day: numbers[2])
    return days * 86400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
  }

  /// Days from the civil calendar, by counting years from March so that leap days come last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let years = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
  }
}
