import Testing

@testable import KeystoneSeedCLI

@Suite("A field that changes is planned as that, applied once, and gone from the next plan")
struct SingleFieldTests {
  /// One change of the seed of the small cloud, or of the environment.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    var from = ""
    var to = ""
    var environment: [String: String] = [:]
    let plan: String
    let writes: [String]

    var testDescription: String { name }
  }

  private static let replacement = ["POST /v2.0/endpoints", "DELETE /v2.0/endpoints/*"]

  private static func url(_ interface: String, _ host: String) -> Edit {
    Edit(
      name: "A4 \(interface) URL (os-cloud-config looks at the public one alone)",
      from: "        \(interface): \":8774/v2/$(tenant_id)s\"",
      to: "        \(interface): \":8774/v2.1/$(tenant_id)s\"",
      plan: """
          +/- endpoint compute/nova in one    v2.0 cannot change an endpoint: the new one is made \
        first
              \(interface.padded) http://\(host):8774/v2/$(tenant_id)s -> \
        http://\(host):8774/v2.1/$(tenant_id)s

        """,
      writes: replacement
    )
  }

  private static let edits = [
    url("public", "203.0.113.10"),
    url("internal", "10.1.0.10"),
    url("admin", "203.0.113.10"),
    Edit(
      name: "e-mail",
      from: "nova@example.com",
      to: "nova@example.org",
      plan: """
          ~ user nova
              email       nova@example.com -> nova@example.org

        """,
      writes: ["PUT /v2.0/users/*"]
    ),
    Edit(
      name: "enabled",
      from: "enabled: true",
      to: "enabled: false",
      plan: """
          ~ user nova
              enabled     true -> false

        """,
      writes: ["PUT /v2.0/users/*"]
    ),
    Edit(
      name: "A36 default tenant (monasca)",
      from: "tenant: service",
      to: "tenant: ops",
      plan: """
          ~ user nova
              tenant      service -> ops

        """,
      writes: ["PUT /v2.0/users/*"]
    ),
    Edit(
      name: "A37 every field at once (salt stops at the first)",
      from: "email: nova@example.com\n    password: {env: NOVA_PASSWORD}\n    enabled: true",
      to: "email: n@example.org\n    password: {env: NOVA_PASSWORD}\n    enabled: false",
      plan: """
          ~ user nova
              email       nova@example.com -> n@example.org
              enabled     true -> false

        """,
      writes: ["PUT /v2.0/users/*"]
    ),
    Edit(
      name: "description of a tenant",
      from: "description: Services",
      to: "description: The services",
      plan: """
          ~ tenant service
              description Services -> The services

        """,
      writes: ["POST /v2.0/tenants/*"]
    ),
    Edit(
      name: "A5 description of a service (os-cloud-config ignores it)",
      from: "description: Compute",
      to: "description: Virtual machines",
      plan: """
          +/- service compute/nova            v2.0 cannot change a service: the new one is made first
              description Compute -> Virtual machines
          +/- endpoint compute/nova in one    its service is replaced: the new one is made first

        """,
      writes: [
        "POST /v2.0/OS-KSADM/services", "POST /v2.0/endpoints", "DELETE /v2.0/endpoints/*",
        "DELETE /v2.0/OS-KSADM/services/*",
      ]
    ),
    Edit(
      name: "A6 a role added to a user that is there (os-cloud-config skips it)",
      from: "roles: {service: [admin]}",
      to: "roles: {service: [admin, Member]}",
      plan: "  + assignment nova has Member in service\n",
      writes: ["PUT /v2.0/tenants/*/users/*/roles/OS-KSADM/*"]
    ),
    Edit(
      name: "A8 A13 a region added (monasca overwrites the first one)",
      from: "    endpoints:\n",
      to: "    endpoints:\n      two: {public: \":8774\"}\n",
      plan: """
          + endpoint compute/nova in two
              public      http://198.51.100.1:8774

        """,
      writes: ["POST /v2.0/endpoints"]
    ),
    Edit(
      name: "password",
      environment: ["NOVA_PASSWORD": "another secret"],
      plan: """
          ~ user nova
              password    (sensitive)

        """,
      writes: ["PUT /v2.0/users/*"]
    ),
  ]

  @Test(arguments: edits)
  func once(edit: Edit) async throws {
    try await withSmallCloud { lab in
      var lab = lab
      lab.environment.merge(edit.environment) { $1 }
      let seed =
        edit.from.isEmpty ? SmallCloud.seed : SmallCloud.seed.replacing(edit.from, with: edit.to)
      #expect(seed != SmallCloud.seed || !edit.environment.isEmpty)
      try lab.declare(seed)

      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(changes(of: plan) == edit.plan)
      #expect(plan.writes == [])

      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .success)
      #expect(changes(of: apply) == edit.plan)
      #expect(apply.writes == edit.writes)
      #expect(apply.error.isEmpty)

      let next = await lab.run("plan", "--detailed-exitcode")
      #expect(next.status == .success)
      #expect(next.output.hasSuffix("No changes.\n"))
    }
  }

  /// What stands between the first line of a plan and its last.
  private func changes(of run: Lab.Run) -> String {
    let paragraphs = run.output.split(separator: "\n\n", maxSplits: 2)
    return paragraphs.count > 1 ? paragraphs[1] + "\n" : ""
  }
}

extension String {
  fileprivate var padded: String {
    self + String(repeating: " ", count: max(0, 11 - count))
  }
}
