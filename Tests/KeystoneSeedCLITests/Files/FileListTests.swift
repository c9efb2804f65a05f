import Testing

@testable import KeystoneSeedCLI

@Suite struct FileListTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func `all that is there is listed but the directory and the one above`() throws {
    try directory.write("", to: ".hidden")
    try directory.write("", to: "a/b")
    #expect(try FileList.names(in: directory.path, called: ".").sorted() == [".hidden", "a"])
  }

  @Test func `what cannot be listed is called as it was named`() {
    #expect(throws: InputFileError(path: "none", .missing)) {
      try FileList.names(in: "\(directory.path)/none", called: "none")
    }
  }

  @Test func `a directory is told from a file`() throws {
    try directory.write("", to: "a")
    #expect(FileList.isDirectory(directory.path))
    #expect(!FileList.isDirectory("\(directory.path)/a"))
    #expect(!FileList.isDirectory("\(directory.path)/none"))
  }
}
