import Testing

@testable import KeystoneSeedCLI

/// The scripts that have a shell complete the program's commands, asked from the shells.
@Suite struct CompletionTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(
    arguments: [
      (
        "bash",
        """
        . SCRIPT
        COMP_WORDS=(keystone-seed va) COMP_CWORD=1 COMP_LINE='keystone-seed va' COMP_POINT=16
        _keystone-seed keystone-seed va keystone-seed
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      ),
      ("fish", "source SCRIPT; complete -C 'keystone-seed va' | string split -f 1 \\t"),
    ].filter { shell, _ in InstalledShell.present.contains { $0.program == shell } }
  )
  func `a command is completed`(shell: String, commands: String) async throws {
    #expect(try await output(of: shell, ["-c", commands]) == "validate\n")
  }

  @Test(
    .enabled(if: InstalledShell.present.contains { $0.program == "zsh" }, "zsh is not installed")
  )
  func `zsh takes it for a completion, and for its own language`() async throws {
    #expect(try await output(of: "zsh", ["-n", "SCRIPT"]).isEmpty)
    #expect(try directory.content(of: "script").hasPrefix("#compdef keystone-seed\n"))
  }

  /// As the scripts ask, with the words that have been typed so far.
  @Test(arguments: [
    ("user-list", "id\nname\nenabled\nemail\n"), ("role-list", "id\nname\n"),
    ("user-role-list", "id\nname\nuser_id\ntenant_id\n"),
  ])
  func `the columns are those of the list that is being typed`(
    command: String,
    columns: String
  ) async {
    let screen = Screen()
    let status = await Program.run(
      [
        "---completion", command, "--", "--column", "3", "0", "keystone-seed", command, "--column",
        "",
      ],
      in: .test(screen: screen)
    )
    #expect(status == .success)
    // For zsh, which ArgumentParser remembers of a script made before, a lone space ends the list.
    #expect(screen.output.replacing("\n \n", with: "\n") == columns)
  }

  private func output(of shell: String, _ arguments: [String]) async throws -> String {
    let screen = Screen()
    let status = await Program.run(
      ["--generate-completion-script", shell],
      in: .test(screen: screen)
    )
    #expect(status == .success)
    let path = try directory.write(screen.output, to: "script")
    let command = [shell] + arguments.map { $0.replacing("SCRIPT", with: path) }
    let environment = ["PATH": "/usr/bin:/bin", "HOME": directory.path]
    let bytes = try await Background {
      try ChildProcess(command, environment: environment, patience: Patience(limit: .seconds(600)))
        .standardOutput(limit: 1 << 20)
    }.value
    return String(decoding: bytes, as: UTF8.self)
  }
}
