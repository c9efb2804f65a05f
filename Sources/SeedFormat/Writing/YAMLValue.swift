/// A value of a file that is to be written, with the shape that it is written in.
indirect enum YAMLValue {
  /// A pair of a mapping.
  struct Pair {
    let key: String
    let value: YAMLValue
  }

  /// Nothing at all behind the colon.
  case nothing
  case text(String)
  case flag(Bool)
  case number(Int)
  /// `[a, b]`.
  case list([String])
  /// `- a`, an item a line.
  case items([YAMLValue])
  /// `{a: b}`, for pairs whose values fit a line.
  case inline([Pair])
  /// `a: b`, a pair a line; without any, `{}`.
  case block([Pair])
}

extension YAMLValue {
  /// The value as it stands behind a key, the lines below it indented deeper than the key.
  ///
  /// - Parameter depth: How deep the key stands.
  /// - Returns: What follows the colon, to the end of the last line.
  func source(depth: Int) -> String {
    switch self {
    case .nothing: "\n"
    case .text(let text): " \(YAMLScalar.source(of: text, as: .value))\n"
    case .flag, .number, .list, .inline: " \(enclosed)\n"
    case .block(let pairs) where pairs.isEmpty: " {}\n"
    case .block(let pairs): "\n" + pairs.map { $0.source(depth: depth + 1) }.joined()
    case .items(let items): "\n" + items.map { Self.line($0, depth: depth + 1) }.joined()
    }
  }

  /// The value on one line, with nothing around it that it could run into.
  private var enclosed: String {
    switch self {
    case .nothing: "null"
    case .text(let text): YAMLScalar.source(of: text, as: .enclosed)
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .list(let items): YAMLValue.items(items.map { .text($0) }).enclosed
    case .items(let items): "[\(items.map(\.enclosed).joined(separator: ", "))]"
    case .inline(let pairs), .block(let pairs):
      "{\(pairs.map { "\($0.keySource): \($0.value.enclosed)" }.joined(separator: ", "))}"
    }
  }

  private static func line(_ item: YAMLValue, depth: Int) -> String {
    "\(indentation(depth))- \(item.enclosed)\n"
  }

  fileprivate static func indentation(_ depth: Int) -> String {
    String(repeating: "  ", count: depth)
  }
}

extension YAMLValue.Pair {
  /// The longest key that needs no mark before it: YAML allows 1024 characters to look ahead
  /// (YAML 1.2.2, section 7.4.2).
  private static let longestSimpleKey = 1_000

  fileprivate var keySource: String { YAMLScalar.source(of: key, as: .enclosed) }

  /// The pair in lines of its own.
  func source(depth: Int) -> String {
    let indentation = YAMLValue.indentation(depth)
    let keySource = keySource
    let mark = keySource.utf8.count > Self.longestSimpleKey ? "? " : ""
    let separator = mark.isEmpty ? "" : "\n\(indentation)"
    return "\(indentation)\(mark)\(keySource)\(separator):\(value.source(depth: depth))"
  }
}
