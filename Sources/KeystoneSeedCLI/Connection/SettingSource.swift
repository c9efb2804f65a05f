/// Where a setting comes from.
enum SettingSource: Hashable, Sendable {
  case option(String)
  case variable(String)
  /// A key of an entry of `clouds.yaml`, and its place in the file.
  case cloud(key: String, place: String)

  /// As a message names it.
  var words: String {
    switch self {
    case .option(let name), .variable(let name): name
    case .cloud(let key, let place): "\(key) in \(TerminalText.harmless(place))"
    }
  }
}
