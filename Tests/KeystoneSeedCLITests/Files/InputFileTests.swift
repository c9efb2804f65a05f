import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct InputFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func contentIsReadWhole() throws {
    let content = [UInt8](repeating: 7, count: 200_000)
    let path = try directory.write(content, to: "file")
    #expect(try InputFile.read(path) == content)
  }

  @Test func sizeIsBoundedAndTheBoundIsAllowed() throws {
    let path = try directory.write("12345", to: "file")
    #expect(try InputFile.read(path, limit: 5).count == 5)
    #expect(throws: InputFileError(path: path, .tooLarge(limit: 4))) {
      try InputFile.read(path, limit: 4)
    }
  }

  @Test func endlessFileIsNotReadForever() {
    #expect(throws: InputFileError(path: "/dev/zero", .tooLarge(limit: 1000))) {
      try InputFile.read("/dev/zero", limit: 1000)
    }
  }

  @Test(arguments: ["missing", "missing/file", "file/below"])
  func missingFileIsSaidToBeMissing(name: String) throws {
    try directory.write("", to: "file")
    let path = "\(directory.path)/\(name)"
    #expect(throws: InputFileError(path: path, .missing)) { try InputFile.read(path) }
    #expect(!InputFile.exists(path))
  }

  @Test func directoryIsNoFile() {
    #expect(throws: InputFileError(path: directory.path, .isDirectory)) {
      try InputFile.read(directory.path)
    }
  }

  // Not by a file without permissions: root, as which a build machine runs this, may read it.
  @Test(arguments: [EACCES, EPERM])
  func permissionIsSaidToBeDenied(code: Int32) {
    #expect(InputFile.reason(for: SystemError(code)) == .denied)
  }

  @Test func namedPipeIsReadToItsEnd() async throws {
    let path = "\(directory.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let content = Background { try InputFile.read(path) }
    let writer = Descriptor(open(path, O_WRONLY))
    try writer.write(Array("from a pipe".utf8))
    writer.close()
    #expect(try await content.value == Array("from a pipe".utf8))
  }

  @Test func directoryIsToldFromAFile() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("", to: "file")
    #expect(InputFile.isFile(path))
    #expect(!InputFile.isFile(directory.path))
    #expect(!InputFile.isFile("\(directory.path)/missing"))
  }

  @Test func sameFileIsKnownByAnotherName() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("", to: "file")
    let other = try directory.write("", to: "other")
    #expect(InputFile.isSame(path, "\(directory.path)/./file"))
    #expect(!InputFile.isSame(path, other))
    #expect(InputFile.isSame("/missing", "/missing"))
    #expect(!InputFile.isSame(path, "/missing"))
  }

  @Test func pipeThatNobodyWritesIsNotWaitedForForEver() throws {
    let path = "\(directory.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let limit = Duration.milliseconds(50)
    #expect(throws: InputFileError(path: path, .timedOut(limit))) {
      try InputFile.read(path, patience: Patience(limit: limit))
    }
  }

  @Test func pipeThatIsNotClosedIsNotWaitedForForEver() throws {
    let path = "\(directory.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Descriptor(open(path, O_RDWR))
    defer { writer.close() }
    try writer.write(Array("some".utf8))
    let limit = Duration.milliseconds(50)
    #expect(throws: InputFileError(path: path, .timedOut(limit))) {
      try InputFile.read(path, patience: Patience(limit: limit))
    }
  }

  @Test func textIsThatOfAFileAlone() throws {
    let path = try directory.write("words", to: "file")
    #expect(InputFile.text(of: path) == "words")
    #expect(InputFile.text(of: directory.path) == nil)
    #expect(InputFile.text(of: "\(directory.path)/missing") == nil)
  }

  @Test func beginningIsAllThereIsOrSoMuch() throws {
    let path = try directory.write("12345", to: "file")
    #expect(try InputFile.beginning(of: path, count: 3) == Array("123".utf8))
    #expect(try InputFile.beginning(of: path, count: 9) == Array("12345".utf8))
  }
}
