import Glibc
import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

struct LoadedSeedTests {
  let screen = Screen()

  private func load(
    _ seed: String,
    environment: [String: String] = [:],
    set: [String] = []
  ) async throws -> LoadedSeed {
    let context = CommandContext.test(
      screen: screen,
      environment: environment,
      currentDirectory: "/nowhere",
      input: seed
    )
    let variables = set.compactMap { VariableSetting(argument: $0) }
    return try await LoadedSeed.load(["-"], variables: variables, in: context)
  }

  @Test func passwordsAreReadAndVariablesFilledIn() async throws {
    let seed = try await load(
      """
      variables: {domain: example.com}
      users:
        nova: {email: "nova@${domain}", password: {env: NOVA_PASSWORD}}
      """,
      environment: ["NOVA_PASSWORD": "correct horse"],
      set: ["domain=example.org"]
    )
    #expect(seed.origins == ["-"])
    #expect(seed.desired.users.map(\.email) == ["nova@example.org"])
    #expect(seed.desired.passwords == ["nova": Secret("correct horse")])
    #expect(screen.error.isEmpty)
  }

  @Test func everyMistakeIsShownBeforeItIsRefused() async {
    await #expect(throws: InvalidSeed.self) { try await load("rols: [a]\ntenant: {}\n") }
    #expect(
      screen.error == """
        <stdin>:1:1: error: a seed has no key "rols" (did you mean "roles"?)
        <stdin>:2:1: error: a seed has no key "tenant" (did you mean "tenants"?)

        """
    )
  }

  @Test func aPasswordFromElsewhereIsHeldToTheSameRules() async {
    let long = String(repeating: "s", count: 4097)
    let cut = String(repeating: "t", count: 73)
    await #expect(throws: InvalidSeed.self) {
      try await load(
        """
        users:
          nova: {password: {env: LONG}}
          glance:
            password: {env: CUT}
        """,
        environment: ["LONG": long, "CUT": cut]
      )
    }
    #expect(
      screen.error == """
        <stdin>:2:20: error: user nova: the password is longer than 4096 characters, which Keystone \
        refuses
        <stdin>:4:15: warning: user glance: bcrypt uses only the first 72 bytes of this password

        """
    )
    #expect(!screen.error.contains("sss") && !screen.error.contains("ttt"))
  }

  @Test func everyPasswordThatIsMissingIsShownAtItsPlace() async {
    await #expect(throws: InvalidSeed.self) {
      try await load(
        """
        users:
          nova: {password: {env: NOVA_PASSWORD}}
          glance:
            password: {file: secrets/glance}
        """
      )
    }
    #expect(
      screen.error == """
        <stdin>:2:20: error: no password for user nova: the environment variable NOVA_PASSWORD is \
        not set
        <stdin>:4:15: error: no password for user glance: the file /nowhere/secrets/glance cannot \
        be read: there is no such file

        """
    )
  }

  @Test func originOfAFileIsItsWholePath() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("roles: [admin]", to: "seed.yaml")
    let context = CommandContext.test(screen: screen, currentDirectory: directory.path)
    let seed = try await LoadedSeed.load(["seed.yaml"], variables: [], in: context)
    #expect(seed.origins == ["\(directory.path)/seed.yaml"])
  }

  @Test func diagnosticsHarmNoTerminal() async {
    await #expect(throws: InvalidSeed.self) { try await load("roles: [\"a\\e[2J\", \"a\\e[2J\"]") }
    #expect(!screen.error.contains("\u{1B}"))
    #expect(screen.error.contains("\\x1b"))
  }

  @Test func veryManyMistakesAreCountedAndNotShown() async {
    let mistakes = (0..<12_345).map { "  u\($0): {tenant: nowhere}\n" }.joined()
    await #expect(throws: InvalidSeed.self) { try await load("users:\n" + mistakes) }
    let lines = screen.error.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines.last == "and 12,245 more")
    #expect(lines.dropLast().allSatisfy { $0.contains(": error: ") })
  }

  @Test func commandsBeginAtTheSeedAsFilesDo() async throws {
    let directory = try TemporaryDirectory()
    // A program that was just written may still be open in what another test is starting, and then
    // cannot be run.
    #expect(symlink("/bin/cat", "\(directory.path)/tell") == 0)
    try directory.write("s3cret\n", to: "secret")
    try directory.write(
      "users: {a: {password: {command: [./tell, secret]}}, b: {password: {file: secret}}}",
      to: "seed.yaml"
    )
    let seed = try await LoadedSeed.load(
      ["\(directory.path)/seed.yaml"],
      variables: [],
      in: .test(screen: screen, currentDirectory: "/")
    )
    #expect(seed.desired.passwords == ["a": Secret("s3cret"), "b": Secret("s3cret")])
  }
}
