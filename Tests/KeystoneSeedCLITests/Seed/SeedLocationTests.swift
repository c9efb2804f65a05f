import Testing

@testable import KeystoneSeedCLI

@Suite struct SeedLocationTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(
    arguments: [
      ("a.yaml", [:], SeedLocation.file("a.yaml")),
      ("a.yaml", ["KEYSTONE_SEED": "b.yaml"], .file("a.yaml")),
      ("-", ["KEYSTONE_SEED": "b.yaml"], .standardInput),
      (nil, ["KEYSTONE_SEED": "b.yaml"], .file("b.yaml")),
      (nil, ["KEYSTONE_SEED": "-"], .standardInput),
      (nil, ["KEYSTONE_SEED": ""], .file("keystone-seed.yaml")),
      (nil, [:], .file("keystone-seed.yaml")),
    ] as [(String?, [String: String], SeedLocation)]
  )
  func argumentComesBeforeEnvironmentBeforeDirectory(
    argument: String?,
    environment: [String: String],
    location: SeedLocation
  ) throws {
    try directory.write("", to: "keystone-seed.yaml")
    let context = CommandContext.test(
      environment: environment,
      currentDirectory: directory.path
    )
    #expect(try SeedLocation.find(argument, in: context) == location)
  }

  @Test(.enabled(if: !InputFile.exists(SeedLocation.systemPath)))
  func whereItWasLookedForIsSaid() {
    let error = SeedLocationError(
      searched: ["./keystone-seed.yaml", "/etc/keystone-seed/seed.yaml"])
    #expect(throws: error) {
      try SeedLocation.find(nil, in: .test(currentDirectory: directory.path))
    }
  }

  @Test func relativePathIsReadFromTheCurrentDirectory() throws {
    try directory.write("roles: []", to: "seed.yaml")
    let seed = try SeedLocation.file("seed.yaml")
      .read(in: .test(currentDirectory: directory.path))
    #expect(
      seed
        == SeedText(
          name: "seed.yaml",
          directory: directory.path,
          bytes: Array("roles: []".utf8)
        )
    )
  }

  @Test func standardInputIsRead() throws {
    let seed = try SeedLocation.standardInput
      .read(in: .test(currentDirectory: "/here", input: "roles: []"))
    #expect(seed == SeedText(name: "<stdin>", directory: "/here", bytes: Array("roles: []".utf8)))
  }

  @Test func endlessInputIsRefused() {
    var context = CommandContext.test()
    context.readInput = { limit in [UInt8](repeating: 0, count: limit + 1) }
    #expect(throws: InputFileError(path: "<stdin>", .tooLarge(limit: 256 << 20))) {
      try SeedLocation.standardInput.read(in: context)
    }
  }

  @Test func missingFileIsCalledAsItWasNamed() {
    #expect(throws: InputFileError(path: "none.yaml", .missing)) {
      try SeedLocation.file("none.yaml").read(in: .test(currentDirectory: directory.path))
    }
  }

  @Test func commandsWorkWhereTheSeedIs() {
    let context = CommandContext.test(currentDirectory: "/here")
    #expect(SeedLocation.directory(ofSeedCalled: "a/seed.yaml", in: context) == "/here/a")
    #expect(SeedLocation.directory(ofSeedCalled: "/etc/seed.yaml", in: context) == "/etc")
    #expect(
      SeedLocation.directory(ofSeedCalled: SeedLocation.standardInput.name, in: context) == nil
    )
  }
}
