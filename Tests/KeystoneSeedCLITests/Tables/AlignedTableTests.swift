import Testing

@testable import KeystoneSeedCLI

@Suite struct AlignedTableTests {
  @Test func textsAreAtTheLeftAndNumbersAtTheRight() {
    let table = AlignedTable(
      header: ["ID", "Count"],
      rows: [["a", "5"], ["中文", "10"]],
      rightAligned: [false, true]
    )
    #expect(
      table.text == """
        +------+-------+
        | ID   | Count |
        +------+-------+
        | a    |     5 |
        | 中文 |    10 |
        +------+-------+

        """
    )
  }

  @Test func aCellHasLinesAndNoTabs() {
    let table = AlignedTable(
      header: ["A", "B"],
      rows: [["one\r\ntwo\n", "x\ty"], ["a\rb", ""]],
      rightAligned: [false, false],
      hasHeader: false
    )
    #expect(
      table.text == """
        +-----+-----------+
        | one | x       y |
        | two |           |
        |     |           |
        | a b |           |
        +-----+-----------+

        """
    )
  }

  @Test func withoutRowsThereIsALineBreak() {
    #expect(AlignedTable(header: ["A"], rows: [], rightAligned: [false]).text == "\n")
  }
}
