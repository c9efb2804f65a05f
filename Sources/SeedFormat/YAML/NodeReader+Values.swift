extension NodeReader {
  /// A scalar's source text.
  ///
  /// Where a text is expected any scalar but null is one: `password: 007` is the three digits that
  /// stand there, and `region: no` is a region called no. Only nothing at all can't be a text.
  mutating func text(
    of node: YAMLNode,
    as noun: @autoclosure () -> String
  ) -> Located<String>? {
    guard visit(node) else { return nil }
    let place = location(of: node)
    guard kind(of: node) == .scalar else {
      diagnostics.error("\(noun()) must be a text, not \(self.noun(of: node))", at: place)
      return nil
    }
    guard hasAcceptableTag(node) else { return nil }
    guard !isNull(node) else {
      diagnostics.error(
        "\(noun()) has no value",
        at: place,
        hint: "leave the key out, or quote the text if it is one"
      )
      return nil
    }
    return Located(document.text(of: node), at: place)
  }

  /// `true` or `false` as YAML 1.2 spells them.
  ///
  /// Nothing else: a quoted `"false"` that counted for true has disabled the checks of other tools.
  mutating func flag(of node: YAMLNode, as noun: String) -> Bool? {
    guard visit(node) else { return nil }
    let place = location(of: node)
    guard kind(of: node) == .scalar else {
      diagnostics.error("\(noun) must be true or false, not \(self.noun(of: node))", at: place)
      return nil
    }
    guard hasAcceptableTag(node) else { return nil }
    let meaning = Self.meaning(of: document.text(of: node))
    let isUntouched = document.isPlain(node) && document.tag(of: node) == .none
    guard isUntouched, let meaning, meaning.isExact else {
      diagnostics.error(
        "\(noun) must be true or false, without quotes",
        at: place,
        hint: meaning.map { "write \($0.value)" }
      )
      return nil
    }
    return meaning.value
  }

  /// What a word for a truth value means, and whether YAML 1.2 has it.
  private static func meaning(of word: String) -> (value: Bool, isExact: Bool)? {
    switch word {
    case "true", "True", "TRUE": (true, true)
    case "false", "False", "FALSE": (false, true)
    default:
      switch word.lowercased() {
      case "yes", "on", "1", "y", "true": (true, false)
      case "no", "off", "0", "n", "false": (false, false)
      default: nil
      }
    }
  }

  /// A list's items; nil after it was reported that this is none.
  mutating func items(
    of node: YAMLNode,
    as noun: String,
    hint: String? = nil
  ) -> ArraySlice<YAMLNode>? {
    guard visit(node) else { return nil }
    let place = location(of: node)
    guard kind(of: node) == .sequence else {
      diagnostics.error(
        "\(noun) must be a list, not \(self.noun(of: node))",
        at: place,
        hint: hint
      )
      return nil
    }
    return hasAcceptableTag(node) ? document.children(of: node) : nil
  }
}
