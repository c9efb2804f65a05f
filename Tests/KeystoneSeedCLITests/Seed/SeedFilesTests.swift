import Glibc
import SeedFormat
import Testing

@testable import KeystoneSeedCLI

@Suite struct SeedFilesTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var context: CommandContext {
    .test(currentDirectory: directory.path, input: "roles: [input]")
  }

  private func names(_ paths: String...) throws -> [String] {
    let locations = try SeedLocation.find(paths, in: context)
    return try SeedFiles.read(locations, in: context).map(\.name)
  }

  @Test func `a relative path begins in the current directory`() throws {
    try directory.write("roles: []", to: "a/seed.yaml")
    let texts = try SeedFiles.read([.path("a/seed.yaml")], in: context)
    #expect(
      texts == [
        SeedText(
          name: "a/seed.yaml",
          directory: "\(directory.path)/a",
          workingDirectory: "\(directory.path)/a",
          bytes: Array("roles: []".utf8)
        )
      ]
    )
  }

  @Test func `what standard input names begins where we are`() throws {
    let texts = try SeedFiles.read([.standardInput], in: context)
    #expect(
      texts == [
        SeedText(name: "<stdin>", directory: directory.path, bytes: Array("roles: [input]".utf8))
      ]
    )
  }

  @Test func `endless input is refused`() {
    var context = CommandContext.test()
    context.readInput = { limit in [UInt8](repeating: 0, count: limit + 1) }
    #expect(throws: InputFileError(path: "<stdin>", .tooLarge(limit: 256 << 20))) {
      try SeedFiles.read([.standardInput], in: context)
    }
  }

  @Test func `a missing file is called as it was named`() {
    #expect(throws: InputFileError(path: "none.yaml", .missing)) { try names("none.yaml") }
  }

  @Test func `a directory is its seeds by the bytes of their names`() throws {
    for name in [
      "b.yaml", "B.yml", "a.yml", "a.yaml.orig", ".a.yaml", "README", "10.yaml", "9.yaml",
    ] {
      try directory.write("roles: []", to: "seeds/\(name)")
    }
    try directory.write("roles: []", to: "seeds/sub.yaml/c.yaml")
    let expected = ["10.yaml", "9.yaml", "B.yml", "a.yml", "b.yaml"].map { "seeds/\($0)" }
    #expect(try names("seeds") == expected)
    #expect(try names("seeds/") == expected)
    #expect(try names("./seeds").first == "./seeds/10.yaml")
  }

  @Test func `several are read in the order in which they are named`() throws {
    try directory.write("", to: "z.yaml")
    try directory.write("", to: "seeds/a.yaml")
    #expect(try names("z.yaml", "-", "seeds") == ["z.yaml", "<stdin>", "seeds/a.yaml"])
  }

  @Test func `one file is read once, whatever it is called`() throws {
    let path = try directory.write("", to: "seeds/a.yaml")
    #expect(symlink(path, "\(directory.path)/seeds/b.yaml") == 0)
    #expect(try names("seeds/a.yaml", "seeds/./a.yaml", path, "seeds") == ["seeds/a.yaml"])
  }

  @Test func `a link to nothing is a file that is missing`() throws {
    try directory.write("", to: "seeds/a.yaml")
    #expect(symlink("/nowhere/at/all", "\(directory.path)/seeds/b.yaml") == 0)
    #expect(throws: InputFileError(path: "seeds/b.yaml", .missing)) { try names("seeds") }
  }

  @Test func `a directory without a seed is an error`() throws {
    try directory.write("", to: "seeds/notes.txt")
    #expect(throws: SeedLocationError.emptyDirectory(path: "seeds")) { try names("seeds") }
    #expect(!SeedFiles.areThere("seeds", in: context))
  }
}
