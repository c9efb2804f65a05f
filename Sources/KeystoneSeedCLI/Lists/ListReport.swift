import KeystoneClient
import Texts

/// A list in one of its formats.
struct ListReport {
  let listing: Listing
  let format: ListFormat
  let hasHeader: Bool
  /// Whether a terminal shows the text, which must then hold nothing that a terminal obeys.
  let isShown: Bool

  /// The text with its last line break.
  var text: String {
    switch format {
    case .table:
      TextTable(
        header: listing.columns,
        rows: listing.rows.map { row in row.map { shown(PythonText.cell($0)) } },
        hasHeader: hasHeader
      ).text
    case .json:
      json
    case .csv:
      lines(hasHeader ? [listing.columns] + plainRows : plainRows, separator: ",") {
        Self.quoted($0)
      }
    case .value:
      lines(plainRows, separator: " ") { $0 }
    }
  }

  /// An array with an object a line, its members in the order of the columns.
  private var json: String {
    guard !listing.rows.isEmpty else { return "[]\n" }
    let objects = listing.rows.map { row in
      let members = zip(listing.columns, row).map { column, value in
        "\(JSONValue.string(column).serialized): \(PrintableText.spelled(value.serialized, in: .json))"
      }
      return "  {\(members.joined(separator: ", "))}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private var plainRows: [[String]] {
    listing.rows.map { row in
      row.map { value in
        switch value {
        case .null, .bool, .number, .string: shown(PythonText.cell(value))
        case .array, .object: PrintableText.spelled(value.serialized, in: .json)
        }
      }
    }
  }

  private func lines(
    _ rows: [[String]],
    separator: String,
    _ written: (String) -> String
  ) -> String {
    rows.map { $0.map(written).joined(separator: separator) + "\n" }.joined()
  }

  /// What is shown of a cell; only line breaks remain, which tables have lines for.
  private func shown(_ text: String) -> String {
    guard isShown else { return text }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.harmless(String($0)) }
      .joined(separator: "\n")
  }

  /// The field in quotes where it holds what ends one (RFC 4180, section 2).
  private static func quoted(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
