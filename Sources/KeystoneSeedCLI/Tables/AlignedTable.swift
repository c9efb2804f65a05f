/// A table as the openstack command draws it into a file or a pipe: cliff 4.17 with prettytable 3.18.
///
/// On a terminal that command breaks lines to its width, and this does not.
struct AlignedTable {
  let header: [String]
  let rows: [[String]]
  /// Which columns stand at the right: those that begin with a number.
  let rightAligned: [Bool]
  var hasHeader = true

  /// The table with its last line break; a single line break where there are no rows.
  var text: String {
    guard !rows.isEmpty else { return "\n" }
    let cells = rows.map { row in row.map { Self.lines(of: Self.expanded($0)) } }
    let widths = header.indices.map { column in
      let lines = cells.flatMap { $0[column] } + (hasHeader ? [header[column]] : [])
      return lines.map { ScreenWidth.of($0) }.max() ?? 0
    }
    let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined() + "\n"
    var text = rule
    if hasHeader { text += line(header, widths) + rule }
    for row in cells {
      for index in 0..<(row.map(\.count).max() ?? 0) {
        text += line(row.map { index < $0.count ? $0[index] : "" }, widths)
      }
    }
    return text + rule
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = "|"
    for (column, cell) in cells.enumerated() {
      let spare = max(0, widths[column] - ScreenWidth.of(cell))
      let space = String(repeating: " ", count: spare)
      line += rightAligned[column] ? " \(space)\(cell) |" : " \(cell)\(space) |"
    }
    return line + "\n"
  }

  private static func lines(of cell: String) -> [String] {
    cell.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  /// The text with its line ends as `\n` alone, as cliff has it (`_format_row`), and with spaces for
  /// tabs (`str.expandtabs`).
  private static func expanded(_ cell: String) -> String {
    var result = String.UnicodeScalarView()
    var column = 0
    var followsReturn = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\n":
        if followsReturn { result.removeLast() }
        column = 0
        result.append(scalar)
      case "\t":
        let count = 8 - column % 8
        column += count
        result.append(contentsOf: repeatElement(" ", count: count))
      default:
        column += 1
        result.append(scalar == "\r" ? " " : scalar)
      }
      followsReturn = scalar == "\r"
    }
    return String(result)
  }
}
