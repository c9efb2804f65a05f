import KeystoneClient

/// A list in one of its formats as the openstack command writes it, byte for byte (cliff's
/// `formatters`).
struct OpenStackReport {
  let listing: Listing
  let format: ListFormat
  let hasHeader: Bool
  /// Whether a terminal shows the text, which must then hold nothing that a terminal obeys.
  let isShown: Bool

  /// The text with its last line break.
  var text: String {
    switch format {
    case .table:
      AlignedTable(
        header: listing.columns,
        rows: listing.rows.map { row in
          row.enumerated().map { column, value in
            shown(OpenStackCell.text(of: value, in: listing.columns[column]))
          }
        },
        rightAligned: listing.columns.indices.map { isNumber($0) },
        hasHeader: hasHeader
      ).text
    case .json:
      Python3Text.json(of: .array(listing.rows.map { .object(object($0)) })) + "\n"
    case .csv:
      lines(header + listing.rows.map { $0.map(field) }, separator: ",")
    case .value:
      lines(listing.rows.map { $0.map { shown(Python3Text.text(of: $0)) } }, separator: " ")
    }
  }

  /// Whether the column stands at the right, which its first row decides (`TableFormatter.add_rows`).
  private func isNumber(_ column: Int) -> Bool {
    guard case .number? = listing.rows.first?[column] else { return false }
    return true
  }

  private func object(_ row: [JSONValue]) -> JSONObject {
    JSONObject(zip(listing.columns, row).map { (key: $0, value: $1) })
  }

  private var header: [[String]] {
    hasHeader ? [listing.columns.map { quoted($0) }] : []
  }

  /// A value for csv, which quotes whatever is no number; Python holds `True` for one.
  private func field(_ value: JSONValue) -> String {
    switch value {
    case .number, .bool: Python3Text.text(of: value)
    case .null: quoted("")
    case .string, .array, .object: quoted(shown(Python3Text.text(of: value)))
    }
  }

  private func quoted(_ field: String) -> String {
    let escaped = field.replacing("\\", with: "\\\\").replacing("\"", with: "\"\"")
    return "\"" + escaped + "\""
  }

  private func lines(_ rows: [[String]], separator: String) -> String {
    rows.map { $0.joined(separator: separator) + "\n" }.joined()
  }

  /// What is shown of a cell; only line breaks remain.
  private func shown(_ text: String) -> String {
    guard isShown else { return text }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.harmless(String($0)) }
      .joined(separator: "\n")
  }
}

/// What a cell of the openstack command's tables shows.
enum OpenStackCell {
  /// The column of a catalog that holds the endpoints of a service.
  static let endpoints = "Endpoints"

  /// The text of a value in a column.
  static func text(of value: JSONValue, in column: String) -> String {
    guard column == endpoints, case .array(let rows) = value else {
      return Python3Text.text(of: value)
    }
    return rows.map(endpoint).joined()
  }

  /// An endpoint on two lines (`EndpointsColumn.human_readable`).
  private static func endpoint(_ row: JSONValue) -> String {
    guard case .object(let row) = row else { return "" }
    func text(_ field: String) -> String { Python3Text.text(of: row[field] ?? .string("")) }
    let regions = ["region_id", "region"].compactMap { row[$0] }
    let region = regions.first { $0 != .null && $0 != .string("") } ?? .string("<none>")
    return "\(Python3Text.text(of: region))\n  \(text("interface")): \(text("url"))\n"
  }
}
