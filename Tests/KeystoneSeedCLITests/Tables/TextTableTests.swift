import Testing

@testable import KeystoneSeedCLI

@Suite struct TextTableTests {
  @Test func centersEveryCell() {
    let table = TextTable(header: ["id", "name"], rows: [["1", "admin"], ["22222", "a"]])
    #expect(
      table.text == """
        +-------+-------+
        |   id  |  name |
        +-------+-------+
        |   1   | admin |
        | 22222 |   a   |
        +-------+-------+

        """
    )
  }

  /// The spare space is on the right of an odd width, and on the left of an even one.
  @Test func oneSpareSpaceDependsOnTheWidthOfTheText() {
    let table = TextTable(header: ["x"], rows: [["four"], ["abc"], ["ab"], ["abcde"], ["中文"]])
    #expect(
      table.text == """
        +-------+
        |   x   |
        +-------+
        |  four |
        |  abc  |
        |   ab  |
        | abcde |
        |  中文 |
        +-------+

        """
    )
  }

  @Test func lineBreakMakesARowOfSeveralLines() {
    let table = TextTable(header: ["a", "b"], rows: [["1\n\nlong", "x"], ["2", "y\r\nz"]])
    #expect(
      table.text == """
        +------+----+
        |  a   | b  |
        +------+----+
        |  1   | x  |
        |      |    |
        | long |    |
        |  2   | y\r |
        |      | z  |
        +------+----+

        """
    )
  }

  @Test func deleteTakesAWidthAway() {
    let table = TextTable(header: ["a"], rows: [["\u{7F}"], ["xy"]])
    #expect(table.text == "+----+\n| a  |\n+----+\n|  \u{7F}   |\n| xy |\n+----+\n")
  }

  @Test func withoutRowsThereIsOneEmptyLine() {
    #expect(TextTable(header: ["id"], rows: []).text == "\n")
    #expect(TextTable(header: ["id"], rows: [], hasHeader: false).text == "\n")
  }

  @Test func withoutAHeaderItsWidthCountsForNothing() {
    let table = TextTable(header: ["service_id"], rows: [["1"]], hasHeader: false)
    #expect(table.text == "+---+\n| 1 |\n+---+\n")
  }
}
