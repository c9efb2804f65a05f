import KeystoneClient
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct ListReportTests {
  static let users: [JSONObject] = [
    [
      "id": .string("1"), "name": .string("a, \"b\"\r\nc"), "enabled": .bool(true),
      "email": .object(["x": .string("é"), "w": .array([.number("1.50"), .null])]),
    ],
    ["id": .string("2"), "name": .string("d e"), "enabled": .bool(false)],
  ]

  func text(
    _ objects: [JSONObject],
    _ format: ListFormat,
    columns: [String] = [],
    hasHeader: Bool = true,
    isShown: Bool = false
  ) -> String {
    let all = ["id", "name", "enabled", "email"]
    let listing = Listing(objects, columns: all, sortedBy: "name").selecting(columns)
    return ListReport(listing: listing, format: format, hasHeader: hasHeader, isShown: isShown).text
  }

  @Test func jsonHasTheValuesAsTheyAre() {
    #expect(
      text(Self.users, .json) == #"""
        [
          {"id": "1", "name": "a, \"b\"\r\nc", "enabled": true, "email": {"w":[1.50,null],"x":"é"}},
          {"id": "2", "name": "d e", "enabled": false, "email": null}
        ]

        """#
    )
    #expect(
      text(Self.users, .json, columns: ["name", "id"]).contains(#"  {"name": "d e", "id": "2"}"#)
    )
  }

  @Test func csvQuotesWhereItMust() {
    #expect(
      text(Self.users, .csv) == """
        id,name,enabled,email
        1,"a, ""b\""\r
        c",True,"{""w"":[1.50,null],""x"":""é""}"
        2,d e,False,

        """
    )
    #expect(text(Self.users, .csv, columns: ["id"], hasHeader: false) == "1\n2\n")
  }

  @Test func valueHasASpaceBetweenValuesAndNoHeader() {
    #expect(text(Self.users, .value, columns: ["id", "enabled"]) == "1 True\n2 False\n")
    #expect(text([["id": .number("5")]], .value) == "5   \n")
  }

  static let empty: [(ListFormat, String)] = [
    (.table, "\n"), (.json, "[]\n"), (.csv, "id,name,enabled,email\n"), (.value, ""),
  ]

  @Test(arguments: empty)
  func emptyListIsAnEmptyListInEveryFormat(_ format: ListFormat, _ expected: String) {
    #expect(text([], format) == expected)
  }

  static let hostile = "\u{1B}]0;owned\u{7}\u{202E}\u{9B}2J"

  @Test(arguments: ListFormat.allCases)
  func terminalGetsNothingThatItObeys(_ format: ListFormat) {
    let user: JSONObject = [
      "id": .string("\r1"), "name": .string(Self.hostile + "\nb"),
      "email": .object([Self.hostile: .string(Self.hostile)]),
    ]
    let shown = text([user], format, isShown: true)
    #expect(
      shown.unicodeScalars.allSatisfy { $0 == "\n" || PrintableText.isShown($0, in: .terminal) }
    )
    #expect(shown.contains("1b") && shown.contains("202e"))
  }

  @Test(arguments: [ListFormat.table, .csv, .value])
  func pipeGetsEveryByte(_ format: ListFormat) {
    #expect(text([["name": .string(Self.hostile)]], format).contains(Self.hostile))
  }

  @Test func jsonEscapesWhatATerminalObeysEverywhere() {
    #expect(
      text([["name": .string("\u{7F}\u{9B}\u{E0001}é")]], .json, columns: ["name"])
        == #"[\#n  {"name": "\u007f\u009b\udb40\udc01é"}\#n]\#n"#
    )
  }

  @Test func tableOnATerminalKeepsTheLinesOfACell() {
    #expect(
      text([["name": .string("a\u{1B}\nb")]], .table, columns: ["name"], isShown: true) == #"""
        +-------+
        |  name |
        +-------+
        | a\x1b |
        |   b   |
        +-------+

        """#
    )
  }
}
