internal import Yams

/// Finds aliases that stand for keys, or within them, before they are followed.
///
/// Aliases share nodes, so that a dozen lines can stand for a billion of them. As values they cost
/// nothing until somebody walks them, who counts. A key is hashed as soon as its mapping is read,
/// with all that it stands for. So a text with aliases is read once with each of them made a plain
/// scalar, which leaves every line and column where it was, and its keys are looked at.
enum AliasedKeys {
  /// The first key that is, or holds, an alias.
  ///
  /// - Parameter text: the whole file.
  /// - Returns: where the key is, or nil where there is none.
  /// - Throws: `YamlError` for a text that is not YAML, aliases or not.
  static func first(in text: String) throws -> FileLocation? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")),
      let stand = standIn(for: text)
    else { return nil }
    let parser = try Parser(yaml: plain(text, stand), resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return nil }
    return first(below: root, standIn: stand).map(FileLocation.init)
  }

  /// A private-use character that the text does not hold.
  private static func standIn(for text: String) -> Unicode.Scalar? {
    let used = Set(text.unicodeScalars.lazy.filter { (0xE000...0xF8FF).contains($0.value) })
    for value in UInt32(0xE000)...0xF8FF {
      if let scalar = Unicode.Scalar(value), !used.contains(scalar) { return scalar }
    }
    return nil
  }

  private static func plain(_ text: String, _ standIn: Unicode.Scalar) -> String {
    let mark = Array(String(standIn).utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "*") { bytes += mark } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func first(below root: Node, standIn: Unicode.Scalar) -> Mark? {
    var found: Mark?
    visit(root) { node in
      guard case .mapping(let mapping) = node else { return }
      for (key, _) in mapping where holdsAlias(key, standIn: standIn) {
        guard let mark = key.mark else { continue }
        let isEarlier = found.map { (mark.line, mark.column) < ($0.line, $0.column) } ?? true
        if isEarlier { found = mark }
      }
    }
    return found
  }

  private static func holdsAlias(_ key: Node, standIn: Unicode.Scalar) -> Bool {
    var holds = false
    visit(key) { node in
      guard case .scalar(let scalar) = node, scalar.style == .plain else { return }
      holds = holds || scalar.string.unicodeScalars.starts(with: [standIn])
    }
    return holds
  }

  private static func visit(_ root: Node, _ body: (Node) -> Void) {
    var open = [root]
    while let node = open.popLast() {
      body(node)
      switch node {
      case .mapping(let mapping): open += mapping.flatMap { [$0.key, $0.value] }
      case .sequence(let sequence): open += sequence
      case .scalar, .alias: break
      }
    }
  }
}
