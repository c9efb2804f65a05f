import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Over v3 regions are objects")
struct RegionRunTests {
  private static let seed = """
    regions:
      bay: {parent: west, public: "http://203.0.113.10"}
      west: {description: The coast}
    services:
      nova: {type: compute, endpoints: ":8774/v2.1"}

    """

  @Test(arguments: [SandboxRelease.pike, .current])
  func `they are made, changed, dumped and taken away`(release: SandboxRelease) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      let made = """
          + region bay    below west
          + region west
              description The coast
        """
      #expect(plan.output.contains(made), "\(plan.shown)")
      #expect(plan.output.contains("Plan: 4 to create, 0 to update"), "\(plan.shown)")
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      let regions = apply.writes.filter { $0.contains("/regions/") }
      #expect(regions.sorted() == ["PUT /v3/regions/bay", "PUT /v3/regions/west"])
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)

      let dump = await lab.run("dump", "--no-passwords")
      #expect(dump.output.contains("  west:\n    description: The coast\n"), "\(dump.shown)")
      #expect(dump.output.contains("  bay:\n    parent: west\n    public: "), "\(dump.shown)")
      try lab.directory.write(dump.output, to: "dump.yaml")
      let adopted = await lab.run("plan", "dump.yaml", "--detailed-exitcode")
      #expect(adopted.status == .success, "\(adopted.shown)")

      try lab.declare(Self.seed.replacing("The coast", with: "The West"))
      let change = await lab.run("apply")
      #expect(change.writes == ["PATCH /v3/regions/west"], "\(change.shown)")

      try lab.declare("absent: {regions: [west]}\n")
      let along = await lab.run("plan")
      #expect(along.status == .failure)
      #expect(along.error.contains("region bay would be deleted with region west"))
      try lab.declare("absent: {regions: [bay, west]}\n")
      let gone = await lab.run("apply", "--yes", "--max-delete", "9")
      #expect(gone.status == .success, "\(gone.shown)")
      #expect(gone.writes.suffix(2) == ["DELETE /v3/regions/bay", "DELETE /v3/regions/west"])
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test func `those of which the seed says no more cost no request once endpoints are in them`()
    async throws
  {
    try await withVersion3(.current) { lab in
      try lab.declare(
        Self.seed.replacing("parent: west, ", with: "")
          .replacing("  west: {description: The coast}\n", with: "")
      )
      #expect(await lab.run("apply").status == .success)
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .success)
      #expect(!plan.requests.contains { $0.path.contains("regions") })
    }
  }

  @Test func `over v2.0 what is said of them is refused before anything is written`() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed)
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(run.error.contains("v2.0 has no region that is a part of another one, v3 has"))
    }
  }
}
