/// A table as the 2014 command draws it: prettytable 0.7.2 with all its settings left alone.
///
/// Everything is centred, since the command sets the alignment by a name that prettytable does not
/// look at (`pt.aligns`, which should have been `pt.align`).
struct TextTable {
  let header: [String]
  let rows: [[String]]
  var hasHeader = true

  /// The table with its last line break; a single line break where there are no rows.
  var text: String {
    guard !rows.isEmpty else { return "\n" }
    let cells = rows.map { row in row.map(Self.lines) }
    let widths = header.indices.map { column in
      let all = cells.joined(by: column) + (hasHeader ? [header[column][...]] : [])
      return all.map { TextWidth.of($0) }.max() ?? 0
    }
    let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined() + "\n"
    var text = rule
    if hasHeader { text += Self.line(header.map { $0[...] }, widths) + rule }
    for row in cells {
      let height = row.map(\.count).max() ?? 0
      for index in 0..<height {
        text += Self.line(row.map { index < $0.count ? $0[index] : "" }, widths)
      }
    }
    return text + rule
  }

  /// The lines of a cell; `\r\n` is a carriage return at the end of a line, not one character.
  private static func lines(of cell: String) -> [Substring] {
    cell.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  private static func line(_ cells: [Substring], _ widths: [Int]) -> String {
    var line = "|"
    for (cell, width) in zip(cells, widths) { line += " \(centered(cell, in: width)) |" }
    return line + "\n"
  }

  /// The text in the middle; a space that cannot be halved goes to the right of an odd width and to
  /// the left of an even one, as `str.center` has it.
  private static func centered(_ text: Substring, in width: Int) -> String {
    let ownWidth = TextWidth.of(text)
    let spare = width - ownWidth
    let left = ownWidth.isMultiple(of: 2) ? (spare + 1) / 2 : spare / 2
    return String(repeating: " ", count: left) + text
      + String(repeating: " ", count: spare - left)
  }
}

extension [[[Substring]]] {
  /// All lines of the cells of one column.
  fileprivate func joined(by column: Int) -> [Substring] { flatMap { $0[column] } }
}
