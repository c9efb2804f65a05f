import Testing

@testable import KeystoneSeedCLI

struct EnvironmentTests {
  @Test func emptyVariableCountsAsUnset() {
    let environment = Environment(["OS_TOKEN": "", "OS_USERNAME": "nova"])
    #expect(environment["OS_USERNAME"] == "nova")
    #expect(environment["OS_TOKEN"] == nil)
    #expect(environment["OS_PASSWORD"] == nil)
  }
}
