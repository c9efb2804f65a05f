import KeystoneClient
import Testing

@Suite struct TokenValidityTests {
  static let lifetimes: [(String?, String?, Int?)] = [
    // Pike.
    ("2026-11-23T01:12:53.000000Z", "2026-11-24T01:12:53.000000Z", 86400),
    // Icehouse.
    ("2014-05-07T23:59:59.123456", "2014-05-08T00:59:59Z", 3600),
    // Ends of months and of years, leap days.
    ("2015-12-31T23:59:59Z", "2016-01-01T00:00:00Z", 1),
    ("2016-02-28T00:00:00Z", "2016-03-01T00:00:00Z", 172800),
    ("2015-02-28T00:00:00Z", "2015-03-01T00:00:00Z", 86400),
    ("1999-12-31T00:00:00Z", "2000-03-01T00:00:00Z", 61 * 86400),
    ("2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z", -1),
    (nil, "2026-01-01T00:00:00Z", nil),
    ("2026-01-01T00:00:00Z", nil, nil),
    ("never", "2026-01-01T00:00:00Z", nil),
    ("2026-13-01T00:00:00Z", "2026-01-01T00:00:00Z", nil),
    ("2026-01-01T00:00", "2026-01-01T00:00:00Z", nil),
    ("99999999999999999999-01-01T00:00:00", "2026-01-01T00:00:00Z", nil),
  ]

  @Test(arguments: lifetimes)
  func isTheTimeBetweenTheTwo(_ issuedAt: String?, _ expires: String?, _ seconds: Int?) {
    let validity = TokenValidity(issuedAt: issuedAt, expires: expires)
    #expect(validity.lifetime == seconds.map { .seconds($0) })
  }
}
