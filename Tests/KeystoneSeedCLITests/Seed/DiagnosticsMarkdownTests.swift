import Testing

@testable import KeystoneSeedCLI

@Suite struct DiagnosticsMarkdownTests {
  @Test func `every problem stands in code, after its place`() async throws {
    try await withLab { lab in
      try lab.declare("rols: []\nroles: ['<b>', '<B>']\n")
      let run = await lab.run("validate", "--output", "markdown")
      #expect(run.status == .failure)
      #expect(run.error.isEmpty)
      #expect(run.output.hasPrefix("### keystone-seed validate\n\n**The seed is not valid.**\n"))
      #expect(run.output.contains("**Errors:**\n\n- `keystone-seed.yaml:1:1: error: "))
      #expect(!MarkdownProse(run.output).text.contains("<b>"))
    }
  }

  @Test func `a seed without problems is valid`() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]\n")
      let run = await lab.run("validate", "--output", "markdown")
      #expect(run.status == .success)
      #expect(run.output == "### keystone-seed validate\n\n**The seed is valid.**\n")
    }
  }
}
