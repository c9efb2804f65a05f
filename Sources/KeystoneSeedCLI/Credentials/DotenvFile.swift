/// The credentials as a `.env` file.
///
/// There is no standard of it. What is written here is what python-dotenv, Docker Compose, node and a
/// shell read alike, wherever they do; elsewhere python-dotenv is followed.
struct DotenvFile {
  let credentials: CloudCredentials

  /// The whole text.
  var text: String {
    let lines = credentials.variables.map { "\($0.name)=\(DotenvValue($0.value).quoted)\n" }
    return "# Made by keystone-seed credentials. It holds a password.\n" + lines.joined()
  }

  /// The variables that Docker Compose would read as something else, and node and shells as well.
  var contestedVariables: [String] {
    credentials.variables.filter { DotenvValue($0.value).isContested }.map(\.name)
  }

  /// The variables that Docker Compose reads right, and node and shells do not.
  var escapedVariables: [String] {
    credentials.variables.map { (name: $0.name, value: DotenvValue($0.value)) }
      .filter { $0.value.isEscaped && !$0.value.isContested }.map(\.name)
  }
}

/// A text as the value of a line in a `.env` file.
struct DotenvValue {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// Whether Docker Compose and python-dotenv disagree on it, however it is written.
  var isContested: Bool { !isSimple && scalars.contains("$") || endsInBackslash }

  /// Whether it has to be written with escapes, which node and shells do not read alike.
  var isEscaped: Bool { !isLiteral && !isLiteralInDoubleQuotes }

  /// The value with its quotes.
  var quoted: String {
    if isLiteral { return singleQuoted }
    if isLiteralInDoubleQuotes { return "\"" + text + "\"" }
    return isSimple && !endsInBackslash ? singleQuoted : doubleQuoted
  }

  private var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Whether all readers take it as it stands between single quotes.
  private var isLiteral: Bool { isSimple && !endsInBackslash && !scalars.contains("'") }

  /// Whether all readers take it as it stands between double quotes.
  private var isLiteralInDoubleQuotes: Bool {
    !scalars.contains { ["\"", "\\", "$", "`", "\r"].contains($0) }
  }

  /// Between single quotes both readers take everything literally but `\'`; python-dotenv also
  /// `\\`, `${NAME}` and, as any text file that Python opens, a carriage return.
  private var isSimple: Bool {
    !scalars.contains("\r")
      && !zip(scalars, scalars.dropFirst()).contains { first, second in
        first == #"\"# && (second == #"\"# || second == "'") || first == "$" && second == "{"
      }
  }

  /// python-dotenv takes `\"` for part of the value even where the backslash is an escaped one.
  private var endsInBackslash: Bool { scalars.last == #"\"# }

  private var singleQuoted: String {
    "'" + scalars.map { $0 == "'" ? #"\'"# : String($0) }.joined() + "'"
  }

  /// `${NAME:-default}` of a name that nothing has is how python-dotenv is given a `$` or a final
  /// backslash.
  private var doubleQuoted: String {
    var text = "\""
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch (scalar, next) {
      case ("$", "{"): text += "${:-$}"
      case (#"\"#, nil): text += #"${:-\}"#
      case (#"\"#, _), ("\"", _): text += #"\\#(scalar)"#
      case ("\r", _): text += #"\r"#
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
