import Testing

@testable import KeystoneSeedCLI

@Suite struct ColumnNameTests {
  @Test(arguments: [
    ("Service Name", "service_name", true), ("ID", "id", true), ("URL", "Url", true),
    ("Name", "Names", false), ("Service Name", "servicename", false),
  ])
  func caseAndSpacesDoNotMatter(_ left: String, _ right: String, _ isSame: Bool) {
    #expect(ColumnName.isSame(left, right) == isSame)
  }
}
