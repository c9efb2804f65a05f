internal import Texts

extension NodeReader {
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
    let nodes = keysAndValues(of: node, as: Key.noun, isSecret: isSecret, hint: hint)
    guard let nodes else { return nil }
    var fields: [Field<Key>] = []
    fields.reserveCapacity(nodes.count / 2)
    for index in stride(from: nodes.startIndex, to: nodes.endIndex, by: 2) {
      let keyNode = nodes[index]
      guard let key = self.key(keyNode, in: type) else {
        let key = self.key(keyNode)
        guard !Key.isPassedOver(key.value) else { continue }
        reportUnknown(key, in: type, isSecret: isSecret)
        continue
      }
      let field = Field(key: key, location: location(of: keyNode), value: nodes[index + 1])
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

  private func key<Key: MappingKey>(_ node: YAMLNode, in type: Key.Type) -> Key? {
    let count = document.utf8(of: node).count
    // A key of another length is none of those worth a second look.
    for key in Key.allCases
    where key.rawValue.utf8.count == count && document.says(key.rawValue, at: node) {
      return key
    }
    return nil
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
  mutating func pairs(of node: YAMLNode, as noun: String) -> Pairs? {
    keysAndValues(of: node, as: noun).map { Pairs(keysAndValues: $0, document: document) }
  }

  private func key(_ node: YAMLNode) -> Located<String> {
    Located(document.text(of: node), at: location(of: node))
  }

  /// The keys and values of any mapping in turn, merge keys filled in, each key once.
  private mutating func keysAndValues(
    of node: YAMLNode,
    as noun: String,
    isSecret: Bool = false,
    hint: String? = nil
  ) -> ArraySlice<YAMLNode>? {
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
    guard !isPlain(children) else { return visit(keysOf: children) ? children : nil }
    var pairs: [YAMLNode] = []
    var merged: [YAMLNode] = []
    var seen = KeyPlaces(capacity: children.count / 2)
    pairs.reserveCapacity(children.count)
    for index in stride(from: children.startIndex, to: children.endIndex, by: 2) {
      let keyNode = children[index]
      guard visit(keyNode) else { return nil }
      guard isAcceptableKey(keyNode) else { continue }
      let key = self.key(keyNode)
      if let first = seen.update(key) {
        let quoted = isSecret ? "this key" : "the key \"\(key.value)\""
        diagnostics.error("\(quoted) is already in line \(first.line)", at: key.location)
      } else if isMergeKey(keyNode) {
        merged.append(children[index + 1])
      } else {
        pairs += children[index...index + 1]
      }
    }
    for value in merged {
      let nodes = mergedPairs(of: value)
      for index in stride(from: nodes.startIndex, to: nodes.endIndex, by: 2)
      where seen.add(key(nodes[index])) {
        pairs += nodes[index...index + 1]
      }
    }
    return pairs[...]
  }

  /// What a merge key brings in: a mapping's pairs, or those of several, the first ones first.
  private mutating func mergedPairs(of node: YAMLNode) -> ArraySlice<YAMLNode> {
    guard kind(of: node) == .sequence else {
      return keysAndValues(of: node, as: "the value of a merge key") ?? []
    }
    var merged: ArraySlice<YAMLNode> = []
    for item in document.children(of: node) {
      merged += keysAndValues(of: item, as: "the value of a merge key") ?? []
      guard visit(item) else { break }
    }
    return merged
  }

  /// Whether nothing is to be said of a mapping's keys, and none of them to be merged: so it is with
  /// nearly all mappings, which are as they stand there.
  private func isPlain(_ pairs: ArraySlice<YAMLNode>) -> Bool {
    guard pairs.count <= 2 * KeyPlaces.fewKeys else { return false }
    for index in stride(from: pairs.startIndex, to: pairs.endIndex, by: 2) {
      let key = pairs[index]
      guard isKey(key), !isMergeKey(key) else { return false }
      for earlier in stride(from: pairs.startIndex, to: index, by: 2)
      where document.sayTheSame(pairs[earlier], key) {
        return false
      }
    }
    return true
  }

  private func isMergeKey(_ node: YAMLNode) -> Bool {
    document.isPlain(node) && isText(node, "<<")
  }

  private mutating func visit(keysOf pairs: ArraySlice<YAMLNode>) -> Bool {
    for index in stride(from: pairs.startIndex, to: pairs.endIndex, by: 2) {
      guard visit(pairs[index]) else { return false }
    }
    return true
  }
}
