import IdentityModel
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct MissingKindsErrorTests {
  @Test func `regions are no objects over v2.0`() async throws {
    try await withSmallCloud { lab in
      for list in ["regions", "users,regions=one"] {
        for command in ["plan", "apply"] {
          let run = await lab.run(command, "--only", list)
          #expect(run.status == .usage)
          #expect(run.output == "")
          #expect(
            run.error == """
              error: Identity v2.0 keeps no regions, which --only asks for
                --region looks at the endpoints of a region alone; regions themselves are v3's.

              """
          )
          #expect(run.writes == [])
        }
      }
      #expect(await lab.run("plan", "--only", "users,endpoints").status == .success)
    }
  }

  @Test func `over v3 they are`() async throws {
    try await withVersion3(.current) { lab in
      try lab.declare("regions: {Bay: {description: A bay}}\n")
      let run = await lab.run("plan", "--only", "regions")
      #expect(run.output.contains("+ region Bay\n"), "\(run.error)")
    }
  }

  @Test func `several kinds are named together`() {
    let error = MissingKindsError(kinds: [.region, .tenant], backend: "v3")
    #expect(
      error.message.summary == "Identity v3 keeps no regions, projects, which --only asks for"
    )
    #expect(error.message.hints == ["Leave them out of --only, or speak v3."])
  }
}
