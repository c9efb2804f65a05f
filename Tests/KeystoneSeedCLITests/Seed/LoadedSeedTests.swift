import IdentityModel
import Testing

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
    return try await LoadedSeed.load("-", variables: variables, in: context)
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
    #expect(seed.origin == "-")
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
    let seed = try await LoadedSeed.load("seed.yaml", variables: [], in: context)
    #expect(seed.origin == "\(directory.path)/seed.yaml")
  }

  @Test func diagnosticsHarmNoTerminal() async {
    await #expect(throws: InvalidSeed.self) { try await load("roles: [\"a\\e[2J\", \"a\\e[2J\"]") }
    #expect(!screen.error.contains("\u{1B}"))
    #expect(screen.error.contains("\\x1b"))
  }
}
