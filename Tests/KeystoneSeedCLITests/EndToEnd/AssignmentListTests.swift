import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Groups and assignments of every kind are listed")
struct AssignmentListTests {
  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    try await withVersion3(.current) { lab in
      let login = V3Credentials.password(
        .name("admin", domain: .default),
        Secret("s3cret"),
        scope: .project(.name("admin", domain: .default))
      )
      let client = V3Client(
        endpoint: lab.environment["OS_AUTH_URL"] ?? "",
        authentication: .login(login),
        transport: try CurlTransport(configuration: CurlConfiguration())
      )
      let heat = try await client.createDomain(V3NewDomain(name: "heat"))
      let group = try await client.createGroup(
        V3NewGroup(name: "ops", domainID: heat.id, description: "On call")
      )
      _ = try await client.createGroup(V3NewGroup(name: "staff", domainID: "default"))
      let lead = try await client.createRole(V3NewRole(name: "lead", domainID: heat.id))
      let reader = try #require(try await client.roles(named: "reader").first)
      for grant in [
        V3Grant(.group(group.id), .system, roleID: reader.id),
        V3Grant(.group(group.id), .domain(heat.id), roleID: lead.id),
        V3Grant(.group(group.id), .projectsOfDomain("default"), roleID: reader.id),
      ] {
        try await client.grant(grant)
      }
      try await body(lab)
    }
  }

  @Test func `who has which role where`() async throws {
    try await withCloud { lab in
      let run = await lab.run("assignment-list", "--format", "value")
      #expect(run.status == .success, "\(run.error)")
      #expect(
        Set(run.output.split(separator: "\n")) == [
          "admin admin@Default  admin@Default   False", "admin admin@Default    all False",
          "reader  ops@heat   all False", "lead@heat  ops@heat  heat  False",
          "reader  ops@heat  Default  True",
        ]
      )
    }
  }

  @Test func `the groups of all domains, or of one`() async throws {
    try await withCloud { lab in
      let all = await lab.run("group-list", "--format", "value", "-c", "name")
      #expect(Set(all.output.split(separator: "\n")) == ["ops", "staff"], "\(all.shown)")
      let heat = await lab.run(
        "group-list",
        "--domain",
        "heat",
        "--long",
        "--format",
        "value",
        "-c",
        "name",
        "-c",
        "description"
      )
      #expect(heat.output == "ops On call\n", "\(heat.shown)")
    }
  }
}
