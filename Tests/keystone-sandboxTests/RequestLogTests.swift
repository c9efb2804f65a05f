import FoundationEssentials
import Glibc
import Testing

@testable import keystone_sandbox

@Suite struct RequestLogTests {
  @Test func linesAreAppended() throws {
    let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { unlink(path) }
    try RequestLog(path: path).append("one")
    let log = try RequestLog(path: path)
    log.append("two")
    log.append("three")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\nthree\n")
  }

  @Test func fileThatCanNotBeWrittenIsNamed() {
    let failure = #expect(throws: Failure.self) { try RequestLog(path: "/nope/x") }
    #expect(failure?.description == "cannot write /nope/x: No such file or directory")
  }
}
