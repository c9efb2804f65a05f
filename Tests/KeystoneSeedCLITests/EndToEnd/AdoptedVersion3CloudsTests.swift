import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

/// The same as ``AdoptedCloudsTests`` of what people make over v3: domains, trees, groups, every kind of grant.
@Suite("Any cloud that people made over v3 is adopted, made anew and mended")
struct AdoptedVersion3CloudsTests {
  @Test(
    "the dump's plan is empty, a Keystone made from it has the same dump, and what is spoiled comes back",
    arguments: 0..<200
  )
  func adoption(number: Int) async throws {
    let release: SandboxRelease = number.isMultiple(of: 2) ? .current : .zed
    let configuration = SandboxConfiguration(release: release)
    var first = ""
    try await withVersion3Cloud(configuration, seed: "") { cloud in
      var strange = StrangeVersion3Cloud(number, by: cloud.outsider)
      try await strange.make()
      let lab = cloud.lab
      let dump = await lab.run("dump", "--no-passwords")
      #expect(dump.status == .success && dump.writes == [], "\(dump.shown)")
      first = dump.output
      try lab.declare(first)
      let plan = await lab.run("plan", "--detailed-exitcode", "--prune", "--max-delete", "999")
      #expect(plan.status == .success, "\(plan.shown)\n\(first)")
      try await strange.spoil()
      let apply = await lab.run("apply", "--yes", "--max-delete", "999")
      #expect(apply.status == .success, "\(apply.shown)\n\(first)")
      let rest = await lab.run("plan", "--detailed-exitcode")
      #expect(rest.status == .success, "\(rest.shown)\n\(first)")
    }
    try await withVersion3Cloud(configuration, seed: first) { cloud in
      let apply = await cloud.lab.run("apply", "--yes")
      #expect(apply.status == .success, "\(apply.shown)\n\(first)")
      let dump = await cloud.lab.run("dump", "--no-passwords")
      #expect(seedAlone(dump.output) == seedAlone(first), "\(dump.shown)\n\(first)")
    }
  }

  /// The dump without its first line, which names the Keystone, and without the comments at its end, which
  /// are about what it leaves out.
  private func seedAlone(_ dump: String) -> [String] {
    dump.split(separator: "\n").dropFirst()
      .prefix { !$0.hasPrefix("# Left out") && !$0.hasPrefix("# Worth knowing") }
      .map { String($0) }
  }
}
