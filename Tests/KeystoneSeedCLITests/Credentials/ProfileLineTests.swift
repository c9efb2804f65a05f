import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct ProfileLineTests {
  static let line = ProfileLine(shell: .sh, path: "/home/a/rc")
  static let text = "if [ -r '/home/a/rc' ]; then . '/home/a/rc'; fi\n"

  @Test(arguments: [
    ("", text), ("a\n", "a\n\(text)"), ("a", "a\n\(text)"), ("a\r\n\u{0}\n", "a\r\n\u{0}\n\(text)"),
    ("# \(text)", "# \(text)\(text)"),
  ])
  func `the line is put at the end, on a line of its own`(content: String, expected: String) {
    #expect(Self.line.extend(Array(content.utf8)) == Array(expected.utf8))
  }

  @Test(arguments: [text, "a\n\(text)b\n", "a\n\(text.dropLast())"])
  func `a line that is there is not added`(content: String) {
    #expect(Self.line.extend(Array(content.utf8)) == nil)
  }

  @Test func `bytes that are no text stay as they are`() {
    #expect(Self.line.extend([0xFF, 0xFE, 10]) == [0xFF, 0xFE, 10] + Array(Self.text.utf8))
  }

  @Test func `a path of two lines is added once`() throws {
    let line = ProfileLine(shell: .sh, path: "/a\nb")
    let once = try #require(line.extend([]))
    #expect(line.extend(once) == nil)
  }

  @Test func `a start-up file keeps its mode, and is made where there is none`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a\n", to: "profile")
    #expect(chmod(path, 0o751) == 0)
    #expect(try Self.line.add(to: path))
    #expect(try !Self.line.add(to: path))
    #expect(try directory.content(of: "profile") == "a\n\(Self.text)")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o751)

    #expect(try Self.line.add(to: "\(directory.path)/new"))
    #expect(try directory.content(of: "new") == Self.text)
  }
}
