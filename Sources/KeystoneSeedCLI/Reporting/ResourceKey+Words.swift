import IdentityModel

extension ResourceKey {
  /// The kind and the key, harmless for a terminal: `endpoint compute/nova in regionOne`.
  ///
  /// A row of the catalog may lack its region or its service, and that is said.
  var words: String {
    "\(kind.rawValue) \(TerminalText.harmless(shownKey))"
  }

  private var shownKey: String {
    switch self {
    case .role(let name), .tenant(let name), .user(let name): name.shown
    case .assignment, .service: description
    case .endpoint(let key): "\(key.service.words) in \(key.region.orNo("region"))"
    }
  }
}

extension ServiceKey {
  fileprivate var words: String { type == "" ? "of no service \(name)" : description }
}

extension Name {
  /// The name, between quotes where blanks at an end would not be seen.
  var shown: String {
    text.first?.isWhitespace == true || text.last?.isWhitespace == true ? "\"\(text)\"" : text
  }

  fileprivate func orNo(_ noun: String) -> String { self == "" ? "no \(noun)" : text }
}
