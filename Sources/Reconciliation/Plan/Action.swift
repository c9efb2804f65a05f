/// What a change does to one object; no change at all is the absence of one.
package enum Action: String, CaseIterable, Codable, Sendable {
  case create
  case update
  /// A new row is made, then the old one deleted: how a backend without an update changes a row.
  case replace
  case delete

  /// The mark in front of the line that shows it, terraform's.
  package var mark: String {
    switch self {
    case .create: "+"
    case .update: "~"
    case .replace: "+/-"
    case .delete: "-"
    }
  }

  /// Whether it takes something away, so that a person has to agree.
  package var isDestructive: Bool {
    switch self {
    case .create, .update: false
    case .replace, .delete: true
    }
  }
}
