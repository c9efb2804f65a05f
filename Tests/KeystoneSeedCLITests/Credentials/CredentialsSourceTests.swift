import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct CredentialsSourceTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  var context: CommandContext { .test(currentDirectory: directory.path) }

  private func find(_ user: String?, _ seed: String...) throws -> CredentialsSource {
    try CredentialsSource.find(user: user, seed: seed, variables: [], in: context)
  }

  private func write(_ users: String, to name: String) throws {
    try directory.write("users: {\(users): {}}\n", to: name)
  }

  @Test func `without arguments it is the usual seed`() throws {
    try write("usual", to: "keystone-seed.yaml")
    let source = try find(nil)
    #expect(source.user == nil)
    #expect(source.seed?.declares("usual") == true)
  }

  @Test(arguments: ["other.yaml", "other.yml", "./other"])
  func `what looks like a path is the seed`(word: String) throws {
    try write("usual", to: "keystone-seed.yaml")
    try write("other", to: word)
    let source = try find(word)
    #expect(source.user == nil)
    #expect(source.seed?.declares("other") == true)
  }

  @Test func `a seed that looks like one and is not there is missed`() throws {
    try write("usual", to: "keystone-seed.yaml")
    #expect(throws: InputFileError(path: "other.yaml", .missing)) { try find("other.yaml") }
  }

  @Test func `a hyphen is standard input`() throws {
    let context = CommandContext.test(currentDirectory: directory.path, input: "roles: [a]\n")
    let source = try CredentialsSource.find(user: "-", seed: [], variables: [], in: context)
    #expect(source.user == nil)
    #expect(source.seed?.desired.roles.count == 1)
  }

  @Test func `a user of the usual seed is the user`() throws {
    try write("nova", to: "keystone-seed.yaml")
    let source = try find("nova")
    #expect(source.user == "nova")
    #expect(source.seed?.declares("nova") == true)
  }

  @Test func `a word that the usual seed does not know is a file, if there is one`() throws {
    try write("usual", to: "keystone-seed.yaml")
    try write("other", to: "plain")
    #expect(try find("plain").seed?.declares("other") == true)
    #expect(try find("nobody").user == "nobody")
    #expect(try find("nobody").seed?.declares("usual") == true)
  }

  @Test func `a user that is a file as well is neither`() throws {
    try write("nova", to: "keystone-seed.yaml")
    try write("other", to: "nova")
    #expect(throws: CredentialsError.ambiguousArgument("nova")) { try find("nova") }
    #expect(try find("nova", "keystone-seed.yaml").user == "nova")
    #expect(try find("./nova").seed?.declares("other") == true)
  }

  @Test func `without a usual seed a word is a file or a user`() throws {
    // The seed of a whole machine would be found here too.
    try #require(!InputFile.exists(SeedLocation.systemPath))
    try write("other", to: "plain")
    #expect(try find("plain").seed?.declares("other") == true)
    let source = try find("nova")
    #expect(source.user == "nova")
    #expect(source.seed == nil)
  }

  @Test func `a directory of seeds is one, and any other is not`() throws {
    try write("usual", to: "keystone-seed.yaml")
    try write("other", to: "seeds.d/a.yaml")
    try directory.write("", to: "nova/notes.txt")
    #expect(try find("seeds.d").seed?.declares("other") == true)
    #expect(try find("nova").user == "nova")
  }

  @Test func `what follows the user is one seed`() throws {
    try write("one", to: "one.yaml")
    try write("two", to: "two.yaml")
    let source = try find("two", "one.yaml", "two.yaml")
    #expect(source.user == "two")
    #expect(source.seed?.declares("one") == true && source.seed?.declares("two") == true)
  }

  @Test func `two words are the user and the seed`() throws {
    try write("other", to: "plain")
    let source = try find("x.yaml", "plain")
    #expect(source.user == "x.yaml")
    #expect(source.seed?.declares("other") == true)
  }

  @Test func `a seed with problems is none`() throws {
    try directory.write("rolls: []\n", to: "keystone-seed.yaml")
    #expect(throws: InvalidSeed.self) { try find(nil) }
  }
}
