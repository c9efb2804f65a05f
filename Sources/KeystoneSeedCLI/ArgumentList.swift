/// The arguments as they were typed, before they are parsed.
struct ArgumentList {
  private let options: ArraySlice<String>
  private let afterTerminator: ArraySlice<String>

  init(_ arguments: [String]) {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    options = arguments[..<end]
    afterTerminator = arguments[end...]
  }

  /// Whether `--no-color` is among them.
  var refuseColor: Bool { options.contains("--no-color") }

  /// Whether `--wait` is among them.
  var waits: Bool { options.contains { $0 == "--wait" || $0.hasPrefix("--wait=") } }

  /// The arguments with `--os_auth_url` spelled `--os-auth-url`, as the 2014 command allowed.
  var modernized: [String] {
    options.map(Self.modernize) + afterTerminator
  }

  private static func modernize(_ argument: String) -> String {
    guard argument.hasPrefix("--os_") else { return argument }
    let name = argument.prefix { $0 != "=" }
    return String(name.map { $0 == "_" ? "-" : $0 }) + argument.dropFirst(name.count)
  }
}
