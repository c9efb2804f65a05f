import Testing

@testable import SeedFormat

@Suite struct DiagnosticCollectorTests {
  @Test func `lists what it was told in the order of the file, each thing once`() {
    var collector = DiagnosticCollector(file: "a.yaml")
    collector.warning("late", at: FileLocation(line: 9, column: 1))
    collector.error("second", at: FileLocation(line: 2, column: 7), hint: "do it")
    collector.error("second", at: FileLocation(line: 2, column: 7), hint: "do it")
    collector.error("first", at: FileLocation(line: 2, column: 3))
    collector.add(SeedDiagnostic(.error, file: "--set x", location: nil, message: "what is x"))
    #expect(
      collector.sorted().map(\.description) == [
        "--set x: error: what is x",
        "a.yaml:2:3: error: first",
        "a.yaml:2:7: error: second (do it)",
        "a.yaml:9:1: warning: late",
      ]
    )
  }

  @Test func `has errors only once there is one`() {
    var collector = DiagnosticCollector(file: "a.yaml")
    collector.warning("odd", at: .start)
    #expect(!collector.hasErrors)
    collector.error("wrong", at: .start)
    #expect(collector.hasErrors)
  }
}
