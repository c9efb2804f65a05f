import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct AtomicFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  var path: String { "\(directory.path)/file" }

  @Test func fileIsMadeForItsOwnerAlone() throws {
    try AtomicFile.write(Array("new".utf8), to: path)
    #expect(try directory.content(of: "file") == "new")
    #expect(try status(of: path).st_mode & 0o777 == 0o600)
    #expect(try directory.names == ["file"])
  }

  @Test(arguments: [0o644, 0o666, 0o700] as [mode_t])
  func modeIsTheOneAskedFor(mode: mode_t) throws {
    try AtomicFile.write([], to: path, attributes: .mode(mode))
    #expect(try status(of: path).st_mode & 0o777 == mode)
  }

  @Test func attributesAreKeptOrElseTheGivenOnes() throws {
    try AtomicFile.write([], to: path, attributes: .kept(orElse: 0o640))
    #expect(try status(of: path).st_mode & 0o7777 == 0o640)
    #expect(chmod(path, 0o711) == 0)
    try AtomicFile.write([], to: path, attributes: .kept(orElse: 0o640))
    #expect(try status(of: path).st_mode & 0o7777 == 0o711)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func ownerIsKept() throws {
    try AtomicFile.write([], to: path)
    #expect(chown(path, 65_534, 65_533) == 0)
    try AtomicFile.write([], to: path, attributes: .kept(orElse: 0o640))
    #expect(try status(of: path).st_uid == 65_534)
    #expect(try status(of: path).st_gid == 65_533)
  }

  @Test func longestNameIsNotTooLong() throws {
    let name = String(repeating: "n", count: 255)
    try AtomicFile.write([], to: "\(directory.path)/\(name)")
    #expect(try directory.names == [name])
  }

  @Test func oldFileIsReplacedNotWrittenInto() throws {
    try directory.write("old and longer", to: "file")
    #expect(chmod(path, 0o644) == 0)
    let reader = Descriptor(open(path, O_RDONLY))
    try AtomicFile.write(Array("new".utf8), to: path)
    #expect(try directory.content(of: "file") == "new")
    #expect(try status(of: path).st_mode & 0o777 == 0o600)
    #expect(try reader.readToEnd(limit: 100) == Array("old and longer".utf8))
    reader.close()
  }

  @Test func linkOfOnesOwnStaysALink() throws {
    try directory.write("old", to: "target")
    #expect(symlink("target", path) == 0)
    try AtomicFile.write(Array("new".utf8), to: path)
    #expect(try directory.content(of: "target") == "new")
    #expect(try status(of: path).st_mode & S_IFMT == S_IFLNK)
    #expect(try directory.names == ["file", "target"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make another's link"))
  func linkOfAnotherIsRefused() throws {
    try directory.write("old", to: "target")
    #expect(symlink("target", path) == 0)
    #expect(lchown(path, 65_534, 65_534) == 0)
    #expect(throws: AtomicFileError(path: path, .isLinkOfAnother)) {
      try AtomicFile.write([], to: path)
    }
    #expect(try directory.content(of: "target") == "old")
  }

  @Test func linkToNothingIsRefused() throws {
    #expect(symlink("nothing", path) == 0)
    #expect(throws: AtomicFileError(path: path, .isDanglingLink)) {
      try AtomicFile.write([], to: path)
    }
    #expect(try directory.names == ["file"])
  }

  @Test func directoryAndDeviceAreRefused() throws {
    #expect(throws: AtomicFileError(path: directory.path, .isDirectory)) {
      try AtomicFile.write([], to: directory.path)
    }
    #expect(throws: AtomicFileError(path: "/dev/null", .isNoFile)) {
      try AtomicFile.write([], to: "/dev/null")
    }
  }

  @Test func missingDirectoryIsReported() {
    let path = "\(directory.path)/missing/file"
    #expect(throws: AtomicFileError(path: path, .noDirectory)) {
      try AtomicFile.write([], to: path)
    }
  }

  @Test func failureLeavesTheOldFileAndNothingElse() throws {
    try directory.write("old", to: "file")
    #expect(throws: AtomicFileError(path: path, .system(SystemError(ENOSPC)))) {
      try AtomicFile.write(to: path) { file throws(SystemError) in
        try file.write(Array("ne".utf8))
        throw SystemError(ENOSPC)
      }
    }
    #expect(try directory.content(of: "file") == "old")
    #expect(try directory.names == ["file"])
  }

  private func status(of path: String) throws -> stat {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status
  }
}
