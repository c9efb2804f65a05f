import KeystoneClient
import TestSupport

extension V3Client {
  /// A client with a token that somebody gave it.
  static func make(
    endpoint: String = "http://k:5000/v3",
    transport: any HTTPTransport
  ) -> V3Client {
    V3Client(endpoint: endpoint, authentication: .token(Secret("GIVEN")), transport: transport)
  }

  /// A client that logs in as an admin.
  static func loggingIn(
    _ transport: any HTTPTransport,
    clock: some Clock<Duration> = ManualClock()
  ) -> V3Client {
    V3Client(
      endpoint: "http://k:5000",
      authentication: .login(
        .password(
          .name("admin", domain: .default),
          Secret("swordfish"),
          scope: .project(.name("admin", domain: .default))
        )
      ),
      transport: transport,
      clock: clock
    )
  }
}

extension HTTPResponse {
  /// v3's answer to a login of that token, for the project that ends in 6 and the user in 1.
  static func v3Token(_ token: String) -> HTTPResponse {
    .json(
      201,
      """
      {"token": {"methods": ["password"], "user": {"domain": {"id": "default", "name": "Default"},
      "id": "\(V3Fixture.admin)", "name": "admin", "password_expires_at": null},
      "audit_ids": ["x"], "expires_at": "2026-11-29T09:49:21.000000Z",
      "issued_at": "2026-11-29T08:49:21.000000Z", "project": {"domain": {"id": "default",
      "name": "Default"}, "id": "\(V3Fixture.project)", "name": "admin"}, "is_domain": false,
      "roles": [{"id": "2", "name": "admin"}]}}
      """,
      headers: [HTTPHeader("X-Subject-Token", token)]
    )
  }

  /// The list that any token may see.
  static let noRegions = HTTPResponse.json(200, #"{"regions": [], "links": {"next": null}}"#)
}

/// IDs of the recording.
enum V3Fixture {
  static let admin = id(1)
  static let project = id(6)
  static let corp = id(0xb)
  static let web = id(0xc)
  static let eve = id(0xf)
  static let ops = id(0x12)

  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
