extension Shell {
  /// Forgets the variables, whether they are set or not.
  func unset(_ names: [String]) -> String {
    switch self {
    case .sh: Self.lines(of: names, prefix: "unset")
    case .fish: Self.lines(of: names, prefix: "set --erase --global")
    case .csh: names.map { "unsetenv \($0)\n" }.joined()
    case .powershell: names.map { "$Env:\($0) = $null\n" }.joined()
    }
  }

  /// Sets a variable for this shell and for what it starts.
  func export(_ name: String, _ value: String) -> String {
    switch self {
    case .sh: "export \(name)=\(quoted(value))\n"
    case .fish: "set --global --export \(name) \(quoted(value))\n"
    case .csh: "setenv \(name) \(quoted(value))\n"
    case .powershell: "$Env:\(name) = \(quoted(value))\n"
    }
  }

  /// Reads commands from a file, if it is there: a start-up file that fails may keep one out.
  func source(_ path: String) -> String {
    let path = quoted(path)
    return switch self {
    case .sh: "if [ -r \(path) ]; then . \(path); fi"
    case .fish: "if test -r \(path); source \(path); end"
    case .csh: "if ( -r \(path) ) source \(path)"
    case .powershell: "if (Test-Path -LiteralPath (\(path))) { . (\(path)) }"
    }
  }

  /// A command with its arguments on as many lines as are needed to keep them short.
  private static func lines(of words: [String], prefix: String) -> String {
    var lines: [String] = []
    var line = prefix
    for word in words {
      if line.utf8.count + 1 + word.utf8.count > 78, line != prefix {
        lines.append(line)
        line = prefix
      }
      line += " \(word)"
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
