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
    let script = try directory.content(of: "script")
    #expect(script.hasPrefix("#compdef keystone-seed\n"))
    #expect(script.contains("            'diff:Show what apply would do; change nothing.'\n"))
    #expect(script.contains("        diff)\n            _keystone-seed_plan && ret=0\n"))
  }

  /// As the scripts ask, with the words that have been typed so far.
  @Test(arguments: [
    ("user-list", "id\nname\nenabled\nemail\nproject\ndomain\ndescription\n"),
    ("role-list", "id\nname\ndomain\n"), ("region-list", "region\nparent_region\ndescription\n"),
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

  @Test(arguments: [
    (
      "",
      [
        "domains", "regions", "roles", "implications", "tenants", "groups", "users",
        "memberships", "assignments",
        "services",
        "endpoints", "registered-limits", "limits",
      ]
    ),
    (
      "ro",
      [
        "domains", "regions", "roles", "implications", "tenants", "groups", "users",
        "memberships", "assignments",
        "services",
        "endpoints", "registered-limits", "limits",
      ]
    ),
    (
      "roles,u",
      [
        "roles,domains", "roles,regions", "roles,implications", "roles,tenants", "roles,groups",
        "roles,users",
        "roles,memberships", "roles,assignments",
        "roles,services",
        "roles,endpoints", "roles,registered-limits", "roles,limits",
      ]
    ),
    (
      "roles,users,tenants,services,a",
      [
        "roles,users,tenants,services,domains", "roles,users,tenants,services,regions",
        "roles,users,tenants,services,implications", "roles,users,tenants,services,groups",
        "roles,users,tenants,services,memberships",
        "roles,users,tenants,services,assignments",
        "roles,users,tenants,services,endpoints",
        "roles,users,tenants,services,registered-limits",
        "roles,users,tenants,services,limits",
      ]
    ),
  ])
  func `a list of kinds goes on with the kinds that it lacks`(
    word: String,
    words: [String]
  ) async {
    let screen = Screen()
    let status = await Program.run(
      [
        "---completion", "plan", "--", "--only", "3", "\(word.count)", "keystone-seed", "plan",
        "--only", word,
      ],
      in: .test(screen: screen)
    )
    #expect(status == .success)
    let shown = screen.output.split(separator: "\n").filter { $0 != " " }
    #expect(shown.map { String($0) } == words)
  }

  /// The words as bash parts them, where the cursor is, and what is completed.
  static let lines: [(words: [String], cursor: Int, completions: [String])] = [
    (["plan", "--only", "=", "roles,u"], 4, ["roles,users"]),
    (["plan", "--set", "a", "=", "b", "--only", "=", "roles,u"], 8, ["roles,users"]),
    (
      ["plan", "--os-endpoint", "http", ":", "//h", ":", "1", "--only", "roles,u"], 9,
      ["roles,users"]
    ),
    (["plan", "--output", "="], 3, ["text", "json", "markdown"]),
    (["diff", "--detailed"], 2, ["--detailed-exitcode"]), (["diff", "--output", "j"], 3, ["json"]),
    (["di"], 1, ["diff"]), (["d"], 1, ["dump", "domain-list", "diff"]), (["diff"], 1, ["diff"]),
  ]

  @Test(
    .enabled(if: InstalledShell.present.contains { $0.program == "bash" }, "bash is not installed"),
    arguments: lines
  )
  func `bash completes what it has parted`(
    words: [String],
    cursor: Int,
    completions: [String]
  ) async throws {
    let program = ProgramProcess.path
    // A sign of its own that the cursor is behind is no beginning of a word.
    let current = words[cursor - 1] == "=" ? "" : words[cursor - 1]
    let line = "keystone-seed " + words.joined(separator: " ").replacing(" = ", with: "=")
    let commands = """
      keystone-seed() { '\(program)' "$@"; }
      . SCRIPT
      COMP_WORDS=(keystone-seed \(words.joined(separator: " "))) COMP_CWORD=\(cursor)
      COMP_LINE='\(line)' COMP_POINT=\(line.count)
      _keystone-seed_joined keystone-seed '\(current)' ''
      printf '%s\\n' "${COMPREPLY[@]}"
      complete -p keystone-seed
      """
    #expect(
      try await output(of: "bash", ["-c", commands])
        == completions.map { $0 + "\n" }.joined()
        + "complete -o filenames -F _keystone-seed_joined keystone-seed\n"
    )
  }

  @Test(
    .enabled(if: InstalledShell.present.contains { $0.program == "fish" }, "fish is not installed"),
    arguments: [("di", "diff\n"), ("diff --detailed", "--detailed-exitcode\n")]
  )
  func `fish completes the alias of a command`(line: String, completions: String) async throws {
    let commands =
      "source SCRIPT; complete -C 'keystone-seed \(line)' | string split -f 1 \\t"
    #expect(try await output(of: "fish", ["-c", commands]) == completions)
  }

  @Test(
    .enabled(if: InstalledShell.present.contains { $0.program == "bash" }, "bash is not installed")
  )
  func `bash completes the next kind of a list`() async throws {
    let program = ProgramProcess.path
    let line = "keystone-seed plan --only roles,u"
    let commands = """
      keystone-seed() { '\(program)' "$@"; }
      . SCRIPT
      COMP_WORDS=(\(line)) COMP_CWORD=3 COMP_LINE='\(line)' COMP_POINT=\(line.count)
      _keystone-seed keystone-seed roles,u --only
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    #expect(try await output(of: "bash", ["-c", commands]) == "roles,users\n")
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
