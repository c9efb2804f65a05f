import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct MetricsFileTests {
  private let directory: TemporaryDirectory
  private let context: CommandContext

  init() throws {
    directory = try TemporaryDirectory()
    context = .test(currentDirectory: directory.path)
  }

  @Test func `everybody may read it, whatever the umask`() throws {
    let old = umask(0o077)
    defer { umask(old) }
    let file = MetricsFile(path: "x.prom")
    try file.write(RunMetricsTests.text, in: context)
    var status = stat()
    #expect(stat("\(directory.path)/x.prom", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o644)
    #expect(chmod("\(directory.path)/x.prom", 0o640) == 0)
    try file.write(RunMetricsTests.text + "\n", in: context)
    #expect(stat("\(directory.path)/x.prom", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(try directory.content(of: "x.prom") == RunMetricsTests.text + "\n")
    #expect(try directory.names == ["x.prom"])
  }

  @Test(arguments: ["roles: [admin]\n", "# HELP node_cpu x\n"])
  func `what no run has written stays`(text: String) throws {
    try directory.write(text, to: "x")
    #expect(throws: MetricsFileError(path: "x")) {
      try MetricsFile(path: "x").write(RunMetricsTests.text, in: context)
    }
    #expect(try directory.content(of: "x") == text)
  }

  @Test func `an empty file is filled`() throws {
    try directory.write("", to: "x")
    try MetricsFile(path: "x").write(RunMetricsTests.text, in: context)
    #expect(try directory.content(of: "x") == RunMetricsTests.text)
  }
}
