import Testing

@testable import KeystoneSeedCLI

@Suite struct SeedLocationTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(
    arguments: [
      (["a.yaml"], [:], [.path("a.yaml")]),
      (["a.yaml"], ["KEYSTONE_SEED": "b.yaml"], [.path("a.yaml")]),
      (["-"], ["KEYSTONE_SEED": "b.yaml"], [.standardInput]),
      (["b", "-", "a"], [:], [.path("b"), .standardInput, .path("a")]),
      ([], ["KEYSTONE_SEED": "b.yaml"], [.path("b.yaml")]),
      ([], ["KEYSTONE_SEED": "-"], [.standardInput]),
      ([], ["KEYSTONE_SEED": ""], [.path("keystone-seed.yaml")]),
      ([], [:], [.path("keystone-seed.yaml")]),
    ] as [([String], [String: String], [SeedLocation])]
  )
  func argumentComesBeforeEnvironmentBeforeDirectory(
    arguments: [String],
    environment: [String: String],
    locations: [SeedLocation]
  ) throws {
    try directory.write("", to: "keystone-seed.yaml")
    let context = CommandContext.test(
      environment: environment,
      currentDirectory: directory.path
    )
    #expect(try SeedLocation.find(arguments, in: context) == locations)
  }

  @Test(.enabled(if: !InputFile.exists(SeedLocation.systemPath)))
  func whereItWasLookedForIsSaid() {
    let error = SeedLocationError.notFound(
      searched: ["./keystone-seed.yaml", "/etc/keystone-seed/seed.yaml"])
    #expect(throws: error) {
      try SeedLocation.find([], in: .test(currentDirectory: directory.path))
    }
  }

  @Test func standardInputIsReadOnce() {
    #expect(throws: SeedLocationError.inputTwice) {
      try SeedLocation.find(["-", "a.yaml", "-"], in: .test(currentDirectory: directory.path))
    }
  }

  @Test func originIsTheSameFromAnyDirectory() {
    let context = CommandContext.test(currentDirectory: "/here")
    #expect(SeedLocation.standardInput.origin(in: context) == "-")
    #expect(SeedLocation.path("a.yaml").origin(in: context) == "/here/a.yaml")
    #expect(SeedLocation.path("/etc/seeds").origin(in: context) == "/etc/seeds")
  }
}
