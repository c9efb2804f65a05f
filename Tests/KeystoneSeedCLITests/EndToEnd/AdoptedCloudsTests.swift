import IdentityModel
import Testing

@testable import KeystoneSeedCLI

/// The laws of ``DumpLawsTests`` over the wire, on what a Keystone makes of such clouds.
@Suite("Any cloud that scripts and people made is adopted in two commands")
struct AdoptedCloudsTests {
  @Test(
    "its plan is empty, and a Keystone that is made from the dump has the same dump",
    arguments: 0..<200
  )
  func adoption(number: Int) async throws {
    var dumps: [String] = []
    try await withLab { lab in
      try await StrangeCloud(number, isCrowded: number % 50 == 0).make(in: lab)
      let dump = await lab.run("dump")
      #expect(dump.status == .success)
      #expect(dump.writes == [])
      dumps.append(dump.output)
      var lab = lab
      lab.answer(dump.output)
      try lab.declare(dump.output)

      let validation = await lab.run("validate")
      #expect(validation.status == .success, "\(validation.error)")
      let plan = await lab.run("plan", "--detailed-exitcode", "--no-verify-passwords")
      #expect(plan.status == .success, "\(plan.shown)")
      #expect(plan.output.hasPrefix("No changes."))
    }
    try await withLab { lab in
      var lab = lab
      lab.answer(dumps.joined())
      try lab.declare(dumps.joined())
      let apply = await lab.run("apply")
      if dumps.joined().contains("a new Keystone lacks until a user has a default tenant") {
        #expect(apply.status == .failure)
        #expect(apply.error.contains("needs role _member_, which is not there"))
        #expect(apply.writes == [])
        return
      }
      #expect(apply.status == .success, "\(apply.shown)")
      dumps.append(await lab.run("dump").output)
      try #require(dumps.count == 2)
      #expect(seedAlone(dumps[0]) == seedAlone(dumps[1]))
    }
  }

  /// The dump without its first line, which names the Keystone, and without the comments at its end,
  /// which are about what it leaves out.
  private func seedAlone(_ dump: String) -> [QualifiedName] {
    dump.split(separator: "\n").dropFirst()
      .prefix { !$0.hasPrefix("# Left out") && !$0.hasPrefix("# Worth knowing") }
      .map { QualifiedName(String($0)) }
  }
}
