import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct OpenStackReportTests {
  private static let columns = [
    OpenStackColumn("Name", "name"), OpenStackColumn("Some Field", "field"),
  ]

  private func text(
    _ rows: [JSONObject],
    _ format: ListFormat,
    hasHeader: Bool = true,
    isShown: Bool = false
  ) -> String {
    OpenStackReport(
      listing: Listing(rows, Self.columns),
      format: format,
      hasHeader: hasHeader,
      isShown: isShown
    ).text
  }

  @Test func csvQuotesWhateverIsNoNumber() {
    let rows: [JSONObject] = [
      ["name": .string("a\"b\\"), "field": .bool(true)], ["name": .number("5")],
    ]
    #expect(text(rows, .csv) == "\"Name\",\"Some Field\"\n\"a\"\"b\\\\\",True\n5,\"\"\n")
    #expect(text(rows, .csv, hasHeader: false) == "\"a\"\"b\\\\\",True\n5,\"\"\n")
  }

  @Test func valuesAreAsPythonWritesThem() {
    #expect(text([["name": .string("a b")]], .value) == "a b None\n")
  }

  @Test func aNumberInTheFirstRowPutsItsColumnAtTheRight() {
    let rows: [JSONObject] = [
      ["name": .string("a"), "field": .number("5")],
      ["name": .string("b"), "field": .string("x")],
    ]
    #expect(text(rows, .table).contains("| a    |          5 |\n| b    |          x |\n"))
    #expect(
      text(rows.reversed(), .table).contains("| b    | x          |\n| a    | 5          |\n")
    )
  }

  @Test func nothingSteersATerminal() {
    let rows: [JSONObject] = [["name": .string("\u{1B}[2J"), "field": .null]]
    for format in ListFormat.allCases {
      #expect(!text(rows, format, isShown: true).contains("\u{1B}"), "\(format)")
    }
  }

  @Test func endpointsOfACatalogAreLines() {
    let endpoints: JSONValue = .array([
      .object([
        "interface": .string("public"), "region_id": .null, "region": .string("r"),
        "url": .string("http://p"),
      ]),
      .object(["interface": .string("admin"), "region_id": .null, "url": .string("http://a")]),
    ])
    #expect(
      OpenStackCell.text(of: endpoints, in: "Endpoints")
        == "r\n  public: http://p\n<none>\n  admin: http://a\n"
    )
    #expect(OpenStackCell.text(of: .array([]), in: "Endpoints").isEmpty)
    #expect(OpenStackCell.text(of: .array([]), in: "Email") == "[]")
  }
}
