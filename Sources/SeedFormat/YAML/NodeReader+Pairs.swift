extension NodeReader {
  /// A key with its value, both where the file says them.
  struct Pair {
    let key: Located<String>
    let value: YAMLNode
  }

  /// The pairs of a mapping, each put together when somebody asks for it.
  struct Pairs: RandomAccessCollection {
    static let empty = Pairs(keysAndValues: [], document: YAMLDocument())

    /// In turn.
    let keysAndValues: ArraySlice<YAMLNode>
    let document: YAMLDocument

    var startIndex: Int { 0 }
    var endIndex: Int { keysAndValues.count / 2 }

    subscript(index: Int) -> Pair {
      let place = keysAndValues.startIndex + 2 * index
      let key = keysAndValues[place]
      return Pair(
        key: Located(document.text(of: key), at: document.location(of: key)),
        value: keysAndValues[place + 1]
      )
    }
  }
}
