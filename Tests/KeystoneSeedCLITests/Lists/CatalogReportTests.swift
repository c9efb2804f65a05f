import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct CatalogReportTests {
  let catalog = Catalog([
    CatalogEntry(
      type: "a\u{7}",
      name: "",
      endpoints: [
        CatalogEndpoint(attributes: ["region": .null, "id": .string("1")]),
        CatalogEndpoint(attributes: [:]),
      ]
    )
  ])

  @Test func eachEndpointHasATableOfAllThatItHas() {
    #expect(
      CatalogReport(catalog: catalog, hasHeader: true, isShown: false).text == """
        Service: a\u{7}
        +----------+-------+
        | Property | Value |
        +----------+-------+
        |    id    |   1   |
        |  region  |       |
        +----------+-------+


        """
    )
  }

  @Test func terminalIsShownNoControlCharacter() {
    let text = CatalogReport(catalog: catalog, hasHeader: true, isShown: true).text
    #expect(text.hasPrefix("Service: a\\x07\n"))
  }

  @Test func headersCanBeLeftOut() {
    let text = CatalogReport(catalog: catalog, hasHeader: false, isShown: false).text
    #expect(!text.contains("Property"))
    #expect(text.contains("|   id   | 1 |"))
  }

  @Test func emptyCatalogIsNoTextAtAll() {
    #expect(CatalogReport(catalog: Catalog([]), hasHeader: true, isShown: false).text.isEmpty)
  }
}
