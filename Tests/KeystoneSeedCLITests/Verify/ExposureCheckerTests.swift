import Testing

@testable import KeystoneSeedCLI

struct ExposureCheckerTests {
  /// A declared password is known, though it need not be read here.
  @Test func aPasswordThatIsNotReadIsNotMissing() async throws {
    try await withSmallCloud { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = nil
      let run = await lab.run("verify", "--no-verify-passwords")
      #expect(!run.output.contains("the seed has no password"))
      #expect(!run.error.contains("NOVA_PASSWORD"))
      try lab.declare(
        SmallCloud.seed.replacing("    password: {env: NOVA_PASSWORD}\n", with: "")
      )
      let bare = await lab.run("verify", "--no-verify-passwords")
      #expect(bare.output.contains("the seed has no password: "))
    }
  }
}
