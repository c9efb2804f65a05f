internal import Texts

extension NodeReader {
  /// A key with its value, both where the file says them.
  struct Pair {
    let key: Located<String>
    let value: YAMLNode
  }

  /// A key of a table with its value.
  struct Field<Key: MappingKey> {
    let key: Key
    let location: FileLocation
    let value: YAMLNode
  }

  /// The fields of a mapping that has a table.
  ///
  /// Keys that the table lacks and keys that it requires are reported here. With `isSecret` no key
  /// is quoted, since a password without quotes may have been taken for one. With `isPart` another file
  /// may have what is required.
  mutating func fields<Key: MappingKey>(
    of node: YAMLNode,
    as type: Key.Type,
    isSecret: Bool = false,
    isPart: Bool = false
  ) -> [Field<Key>]? {
    let hint = isText(node, "absent") ? ForeignWords.absence(of: type) : nil
    guard let pairs = pairs(of: node, as: Key.noun, isSecret: isSecret, hint: hint) else {
      return nil
    }
    var fields: [Field<Key>] = []
    fields.reserveCapacity(pairs.count)
    for pair in pairs {
      guard let key = Key(rawValue: pair.key.value) else {
        guard !Key.isPassedOver(pair.key.value) else { continue }
        reportUnknown(pair.key, in: type, isSecret: isSecret)
        continue
      }
      let field = Field(key: key, location: pair.key.location, value: pair.value)
      if let first = fields.first(where: { $0.key.meaning == key.meaning }) {
        reportSynonym(field, of: first)
        continue
      }
      fields.append(field)
    }
    guard !isPart else { return fields }
    for key in Key.required where !fields.contains(where: { $0.key.meaning == key }) {
      diagnostics.error("\(Key.noun) must have the key \"\(key.rawValue)\"", at: location(of: node))
    }
    return fields
  }

  /// Two words for one thing, of which the second may say something else than the first.
  private mutating func reportSynonym<Key: MappingKey>(_ field: Field<Key>, of first: Field<Key>) {
    diagnostics.error(
      "\"\(field.key.rawValue)\" means the same as \"\(first.key.rawValue)\" in line"
        + " \(first.location.line)",
      at: field.location,
      hint: "write one of them"
    )
  }

  mutating func reportUnknown<Key: MappingKey>(
    _ key: Located<String>,
    in type: Key.Type,
    isSecret: Bool = false
  ) {
    let known = Key.allCases.map(\.rawValue)
    let quoted = isSecret ? "key like this" : "key \"\(key.value)\""
    diagnostics.error(
      "\(Key.noun) has no \(quoted)",
      at: key.location,
      hint: (isSecret ? nil : ForeignWords.hint(for: key.value, in: type))
        ?? (isSecret ? nil : Spelling.hint(for: key.value, among: known))
        ?? "the keys are \(known.joined(separator: ", "))"
    )
  }

  /// The pairs of any mapping, merge keys filled in, each key once.
  mutating func pairs(
    of node: YAMLNode,
    as noun: String,
    isSecret: Bool = false,
    hint: String? = nil
  ) -> [Pair]? {
    guard visit(node) else { return nil }
    let place = location(of: node)
    guard kind(of: node) == .mapping else {
      diagnostics.error(
        "\(noun) must be a mapping, not \(self.noun(of: node))",
        at: place,
        hint: hint
      )
      return nil
    }
    guard hasAcceptableTag(node) else { return nil }
    let children = document.children(of: node)
    var pairs: [Pair] = []
    var merged: [YAMLNode] = []
    var seen = KeyPlaces(capacity: children.count / 2)
    pairs.reserveCapacity(children.count / 2)
    for index in stride(from: children.startIndex, to: children.endIndex, by: 2) {
      let keyNode = children[index]
      guard visit(keyNode) else { return nil }
      guard let text = keyText(keyNode) else { continue }
      let key = Located(text, at: location(of: keyNode))
      if let first = seen.update(key) {
        let quoted = isSecret ? "this key" : "the key \"\(text)\""
        diagnostics.error("\(quoted) is already in line \(first.line)", at: key.location)
      } else if text == "<<", document.isPlain(keyNode) {
        merged.append(children[index + 1])
      } else {
        pairs.append(Pair(key: key, value: children[index + 1]))
      }
    }
    for value in merged {
      for pair in mergedPairs(of: value) where seen.add(pair.key) { pairs.append(pair) }
    }
    return pairs
  }

  /// What a merge key brings in: a mapping's pairs, or those of several, the first ones first.
  private mutating func mergedPairs(of node: YAMLNode) -> [Pair] {
    guard kind(of: node) == .sequence else {
      return pairs(of: node, as: "the value of a merge key") ?? []
    }
    var merged: [Pair] = []
    for item in document.children(of: node) {
      merged += pairs(of: item, as: "the value of a merge key") ?? []
      guard visit(item) else { break }
    }
    return merged
  }
}
