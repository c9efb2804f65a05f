@testable import KeystoneSeedCLI

/// One of each kind, for tests that change one thing about it.
enum SmallCloud {
  static let password = "nova's secret"

  static let seed = """
    regions:
      one: {public: http://203.0.113.10, internal: http://10.1.0.10, admin: http://203.0.113.10}
      two: {public: http://198.51.100.1}
    roles: [admin, Member]
    tenants:
      service: {description: Services}
      ops: {}
    users:
      nova:
        email: nova@example.com
        password: {env: NOVA_PASSWORD}
        enabled: true
        tenant: service
        roles: {service: [admin]}
    services:
      nova:
        type: compute
        description: Compute
        endpoints:
          one:
            public: ":8774/v2/$(tenant_id)s"
            internal: ":8774/v2/$(tenant_id)s"
            admin: ":8774/v2/$(tenant_id)s"

    """
}

/// Gives a test a sandbox on which the small cloud has been applied.
func withSmallCloud(_ body: (Lab) async throws -> Void) async throws {
  try await withLab { lab in
    var lab = lab
    lab.environment["NOVA_PASSWORD"] = SmallCloud.password
    try lab.declare(SmallCloud.seed)
    let run = await lab.run("apply")
    guard run.status == .success else { throw Unprepared(report: run.shown) }
    try await body(lab)
  }
}

/// The small cloud could not be made.
private struct Unprepared: Error {
  let report: String
}
