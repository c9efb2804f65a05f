import FoundationEssentials
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Every seed that is published, on a sandbox that begins empty")
struct PublishedSeedsTests {
  static let seeds = [
    "all-services-2026.yaml", "all-services.yaml", "core-2026.yaml", "devstack.yaml",
    "domains.yaml", "minimal.yaml",
    "second-region.yaml", "three-controllers.yaml", "two-regions.yaml",
  ]
  /// Those that are no part of somebody else's cloud.
  static let wholeSeeds = seeds.filter { !["domains.yaml", "second-region.yaml"].contains($0) }

  @Test("there is no other")
  func completeness() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let names = try FileManager.default.contentsOfDirectory(atPath: "/\(root)/Seeds")
    #expect(names.filter { $0.hasSuffix(".yaml") }.sorted() == Self.seeds)
  }

  @Test("an editor finds the schema beside it", arguments: seeds)
  func schema(seed: String) throws {
    let text = try contentOfProjectFile("Seeds/\(seed)")
    #expect(text.hasPrefix("# yaml-language-server: $schema=keystone-seed.schema.json\n"))
  }

  @Test("it is applied once, and then nothing is left to do", arguments: wholeSeeds)
  func application(seed: String) async throws {
    try await withLab { lab in
      var lab = lab
      lab.environment["ADMIN_PASSWORD"] = "admin's secret"
      lab.environment["SERVICE_PASSWORD"] = "services' secret"
      try lab.declare(contentOfProjectFile("Seeds/\(seed)"))

      let validation = await lab.run("validate")
      #expect(validation.status == .success)
      #expect(validation.error.isEmpty)

      let first = await lab.run("apply")
      #expect(first.status == .success)
      #expect(first.output.contains(" created, 0 updated, 0 replaced, 0 deleted.\n"))
      #expect(first.error.isEmpty)

      let second = await lab.run("apply")
      #expect(second.status == .success)
      #expect(second.output.contains("No changes.\n"))
      #expect(second.error.isEmpty)
      #expect(second.writes == [])
    }
  }

  @Test("domains and groups are made beside a directory's domain, once that is there")
  func domains() async throws {
    let environment = ["FIRST_PASSWORD": "first secret", "SERVICE_PASSWORD": "services' secret"]
    try await withVersion3(.current, environment: environment) { lab in
      let seed = try contentOfProjectFile("Seeds/domains.yaml")
      try lab.declare(seed)
      let early = await lab.run("apply")
      #expect(early.status == .failure)
      #expect(early.error.contains("domain corp"), "\(early.error)")
      #expect(early.writes == [])
      try lab.declare("domains: {corp: {groups: {CLOUD_AUDITORS: , WEB_TEAM: }}}\n")
      #expect(await lab.run("apply").status == .success)
      try lab.declare(seed)
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.error)")
      let again = await lab.run("apply")
      #expect(again.output.contains("No changes."), "\(again.shown)")
      #expect(again.writes == [])
    }
  }

  @Test("a second region is given to somebody else's Keystone, which stays as it is")
  func secondRegion() async throws {
    try await withLab { lab in
      var lab = lab
      lab.environment["ADMIN_PASSWORD"] = "admin's secret"
      lab.environment["SERVICE_PASSWORD"] = "services' secret"
      let first = try contentOfProjectFile("Seeds/core-2026.yaml")
      let second = try contentOfProjectFile("Seeds/second-region.yaml")
      try lab.declare(second)
      let early = await lab.run("apply")
      #expect(early.status == .failure)
      #expect(early.error.hasPrefix("error: 11 objects must exist and are not there\n"))
      #expect(early.writes == [])
      try lab.declare(first)
      #expect(await lab.run("apply").status == .success)
      try lab.declare(second)
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.error)")
      #expect(apply.output.contains("Applied: 26 created, 0 updated, 0 replaced, 0 deleted.\n"))
      let again = await lab.run("apply", "--prune", "--only", "endpoints")
      #expect(again.status == .success, "\(again.error)")
      #expect(again.writes == [])
      try lab.declare(first)
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test("its administrator gets credentials", arguments: wholeSeeds)
  func credentials(seed: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(try contentOfProjectFile("Seeds/\(seed)"), to: "keystone-seed.yaml")
    let screen = Screen()
    let region = seed == "two-regions.yaml" ? ["--region", "RegionTwo"] : []
    let status = await Program.run(
      ["credentials"] + region,
      in: .test(
        screen: screen,
        environment: ["ADMIN_PASSWORD": "secret"],
        currentDirectory: directory.path
      )
    )
    #expect(status == .success)
    #expect(screen.output.contains("\nexport OS_USERNAME='admin'\nexport OS_PASSWORD='secret'\n"))
    // A cloud of today is declared at v3 alone.
    let isOfToday = seed.hasSuffix("-2026.yaml")
    let tenant = isOfToday ? "OS_PROJECT_NAME" : "OS_TENANT_NAME"
    #expect(screen.output.contains("\nexport \(tenant)='admin'\n"))
    #expect(screen.output.contains(isOfToday ? ":5000/v3'\n" : ":5000/v2.0'\n"))
    #expect(screen.error.isEmpty)
  }
}
