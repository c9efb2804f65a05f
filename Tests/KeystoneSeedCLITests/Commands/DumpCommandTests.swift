import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct DumpCommandTests {
  private static let passwords = ["ADMIN_PASSWORD": "a's secret", "SERVICE_PASSWORD": "service"]

  private func withCloud(_ seed: String, _ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      var lab = lab
      lab.environment.merge(Self.passwords) { $1 }
      try lab.declare(contentOfProjectFile("Seeds/\(seed)"))
      #expect(await lab.run("apply").status == .success)
      try await body(lab)
    }
  }

  @Test(arguments: PublishedSeedsTests.wholeSeeds)
  func `a cloud is adopted in two commands`(seed: String) async throws {
    try await withCloud(seed) { lab in
      let dump = await lab.run("dump", "--output", "keystone-seed.yaml", "--force")
      #expect(dump.status == .success)
      #expect(dump.shown.isEmpty)
      #expect(dump.writes == [])
      var lab = lab
      try lab.answer(lab.directory.content(of: "keystone-seed.yaml"))
      let validate = await lab.run("validate")
      #expect(validate.status == .success)
      #expect(validate.error.isEmpty)
      let plan = await lab.run("plan", "--detailed-exitcode", "--no-verify-passwords")
      #expect(plan.status == .success)
      #expect(plan.output.hasPrefix("No changes."))
    }
  }

  @Test(arguments: PublishedSeedsTests.wholeSeeds)
  func `a dump makes the same cloud anew, of which the dump is the same`(
    seed: String
  ) async throws {
    var dumps: [String] = []
    try await withCloud(seed) { dumps.append(await $0.run("dump").output) }
    try await withLab { lab in
      var lab = lab
      lab.answer(dumps.joined())
      try lab.declare(dumps.joined())
      #expect(await lab.run("apply").status == .success)
      dumps.append(await lab.run("dump").output)
    }
    let bodies = dumps.map { $0.drop { $0 != "\n" } }
    #expect(bodies.count == 2)
    #expect(bodies.first == bodies.last)
  }

  @Test func `what is left out is in a comment, with a warning`() async throws {
    try await withCloud("three-controllers.yaml") { lab in
      _ = try await lab.outsider.createService(NewService(name: "nova", type: "compute"))
      let dump = await lab.run("dump", "--output", "keystone-seed.yaml", "--force")
      #expect(
        dump.error
          == "warning: 2 objects are left out, since a seed cannot say it; see the seed's last lines\n"
      )
      let text = try lab.directory.content(of: "keystone-seed.yaml")
      var lab = lab
      lab.answer(text)
      #expect(
        text.contains("service compute/nova is there 2 times: declare it, and apply keeps one")
      )
      let plan = await lab.run("plan", "--no-verify-passwords")
      #expect(plan.output.hasPrefix("No changes."))
    }
  }

  @Test func `an endpoint of v3's is declared with a word`() async throws {
    try await withCloud("minimal.yaml") { lab in
      let service = try await lab.outsider.createService(NewService(name: "nova", type: "compute"))
      try lab.sandbox.addForeignEndpoint(
        serviceID: service.id,
        region: "regionOne",
        publicURL: "http://127.0.0.1:8774/v2"
      )
      let dump = await lab.run("dump")
      #expect(dump.error.isEmpty)
      #expect(dump.output.contains("endpoint compute/nova in regionOne was made through v3"))
      try lab.declare(dump.output)
      let plan = await lab.run("plan", "--no-verify-passwords")
      #expect(plan.output == "No changes.\n")
    }
  }

  @Test func `an empty Keystone has no dump, and no file is written`() async throws {
    try await withLab { lab in
      let dump = await lab.run("dump", "--output", "out.yaml")
      #expect(dump.status == .failure)
      #expect(dump.error.contains("holds nothing that a seed can declare"))
      let names = try lab.directory.names
      #expect(names == [])
    }
  }

  @Test func `one failed read is no dump`() async throws {
    try await withCloud("minimal.yaml") { lab in
      lab.sandbox.faults.add(
        .before("GET", "/v2.0/tenants/*/users", .status(403, contentType: "text/plain", body: "no"))
      )
      let dump = await lab.run("dump", "--output", "out.yaml")
      #expect(dump.status == .failure)
      let names = try lab.directory.names
      #expect(names == ["keystone-seed.yaml"])
    }
  }

  @Test func `nothing in flight is a usage error`() async throws {
    try await withLab { lab in
      #expect(await lab.run("dump", "--parallelism", "0").status == .usage)
    }
  }

  @Test func `a seed that no dump has written is kept`() async throws {
    try await withCloud("three-controllers.yaml") { lab in
      try lab.declare("# reviewed by three people\nroles: [admin]\n")
      let refused = await lab.run("dump", "--output", "keystone-seed.yaml")
      #expect(refused.status == .failure)
      #expect(
        refused.error.contains("keystone-seed.yaml is there, and this command did not write it")
      )
      #expect(try lab.directory.content(of: "keystone-seed.yaml").contains("three people"))
      let printed = await lab.run("dump", "--output", "-")
      #expect(printed.output.hasPrefix("# What the Keystone at "))
      for _ in 1...2 {
        #expect(await lab.run("dump", "--output", "again.yaml").status == .success)
      }
      let written = try lab.directory.content(of: "again.yaml")
      #expect(await lab.run("dump").output == written)
      try lab.directory.write(written + "# reviewed\n", to: "again.yaml")
      let edited = await lab.run("dump", "--output", "again.yaml")
      #expect(edited.status == .failure)
      #expect(edited.error.contains("again.yaml was edited since this command wrote it"))
      #expect(await lab.run("dump", "--output", "again.yaml", "--force").status == .success)
    }
  }
}
