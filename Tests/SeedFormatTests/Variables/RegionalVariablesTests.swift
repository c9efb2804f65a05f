import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct RegionalVariablesTests {
  private static func declaration(_ name: String, line: Int) -> VariableScope.Declaration {
    let place = FileLocation(line: line, column: 1)
    return VariableScope.Declaration(
      name: Located(name, at: place),
      text: Located("text", at: place)
    )
  }

  @Test func `a region has one variable of a name, and each region its own`() {
    var variables = RegionalVariables()
    #expect(variables.add(Self.declaration("zone", line: 1), in: "one") == nil)
    #expect(variables.add(Self.declaration("zone", line: 2), in: "two") == nil)
    let first = variables.add(Self.declaration("zone", line: 3), in: "one")
    #expect(first?.name.location.line == 1)
    #expect(variables.names == ["zone"])
    #expect(variables["one"]?.declarations.count == 1)
    #expect(variables["three"] == nil)
  }

  @Test func `those that nothing used are told`() {
    var variables = RegionalVariables()
    for (line, name) in ["used", "spare"].enumerated() {
      _ = variables.add(Self.declaration(name, line: line + 1), in: "one")
    }
    variables["one"]?.referenced = ["used"]
    var diagnostics = DiagnosticCollector(file: "seed.yaml")
    variables.reportUnused(into: &diagnostics)
    #expect(
      diagnostics.sorted().map(\.description) == [
        "seed.yaml:2:1: warning: nothing uses the variable \"spare\" of region \"one\""
      ]
    )
  }
}
