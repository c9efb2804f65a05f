/// A value of a ``JSONDocument``, read where it stands.
struct JSONNode {
  private let document: JSONDocument
  private let index: Int

  init(_ document: JSONDocument, _ index: Int = 0) {
    self.document = document
    self.index = index
  }

  /// What it is.
  var kind: JSONDocument.Kind { document[index].kind }

  /// Whether it is that text.
  func isText(_ text: String) -> Bool {
    switch kind {
    case .text, .unescapedText: document.isText(text, at: index)
    default: false
    }
  }

  /// The text that it is; nil for anything else.
  var text: String? { kind == .number ? nil : document.text(at: index) }

  /// The literal of the number that it is; nil for anything else.
  var number: String? { kind == .number ? document.text(at: index) : nil }

  /// The value of that name, a null too; the last one where there are several, as in Keystone.
  func member(_ name: String) -> JSONNode? {
    guard kind == .object else { return nil }
    return document.member(name, ofObjectAt: index).map { JSONNode(document, $0) }
  }

  /// The values of a list, in their order; nil for anything else.
  var elements: [JSONNode]? {
    guard kind == .array else { return nil }
    var elements: [JSONNode] = []
    elements.reserveCapacity(document[index].count)
    var next = index + 1
    for _ in 0..<document[index].count {
      elements.append(JSONNode(document, next))
      next = document[next].end
    }
    return elements
  }

  /// Whether it is an object without members.
  var isEmptyObject: Bool { kind == .object && document[index].count == 0 }

  /// The value by itself.
  var value: JSONValue {
    switch kind {
    case .null: .null
    case .yes: .bool(true)
    case .no: .bool(false)
    case .number: .number(document.text(at: index) ?? "")
    case .text, .unescapedText: .string(document.text(at: index) ?? "")
    case .array: .array((elements ?? []).map(\.value))
    case .object: .object(members)
    }
  }

  /// The members of an object; none of anything else.
  var members: JSONObject {
    guard kind == .object else { return [:] }
    var members: [JSONObject.Member] = []
    members.reserveCapacity(document[index].count)
    var key = index + 1
    for _ in 0..<document[index].count {
      let value = JSONNode(document, key + 1)
      members.append((document.text(at: key) ?? "", value.value))
      key = document[key + 1].end
    }
    return JSONObject(members)
  }

  /// What kind of value it is, for a message that says what came instead.
  var kindName: String {
    switch kind {
    case .null: "null"
    case .yes, .no: "a boolean"
    case .number: "a number"
    case .text, .unescapedText: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
