/// One JSON object of an answer, read field by field into a record.
///
/// The rule is the one that all releases from Icehouse to Pike can be read by: unknown fields are
/// ignored, null and absent mean the same, and only what makes the object usable is required.
struct JSONRow {
  private let node: JSONNode
  /// Where the object stands in the answer, such as `users[3]`.
  private let place: Place

  /// A place in an answer, put into words only where something is wrong there: ten thousand rows
  /// of a list would otherwise have their words made for nothing.
  private indirect enum Place: CustomStringConvertible {
    case named(String)
    case element(of: String, Int)
    case member(String, of: Place)

    var description: String {
      switch self {
      case .named(let text): text
      case .element(let list, let index): "\(list)[\(index)]"
      case .member(let name, let place): "\(place).\(name)"
      }
    }
  }

  init(_ node: JSONNode, at place: String) throws(ShapeFault) {
    try self.init(node, at: .named(place))
  }

  /// The object that stands in a list, which `place` names, at that index.
  init(_ node: JSONNode, in place: String, at index: Int) throws(ShapeFault) {
    try self.init(node, at: .element(of: place, index))
  }

  private init(_ node: JSONNode, at place: Place) throws(ShapeFault) {
    guard node.kind == .object else {
      throw ShapeFault("\(place) is \(node.kindName), not an object")
    }
    self.node = node
    self.place = place
  }

  /// All that was sent.
  var members: JSONObject { node.members }

  /// The value of that name, nil where it is null or missing.
  subscript(_ name: String) -> JSONNode? {
    guard let value = node.member(name), value.kind != .null else { return nil }
    return value
  }

  /// A text that is not empty; where the name has no value, that of another one.
  func requiredText(_ name: String, or other: String? = nil) throws(ShapeFault) -> String {
    guard let value = self[name] else {
      if let other, self[other] != nil { return try requiredText(other) }
      let names = other.map { "\(name)/\($0)" } ?? name
      throw ShapeFault("\(place).\(names) is missing")
    }
    guard let text = value.text else {
      throw ShapeFault("\(place).\(name) is \(value.kindName), not a text")
    }
    guard !text.isEmpty else { throw ShapeFault("\(place).\(name) is empty") }
    return text
  }

  /// The object's ID; an empty one only in a list, where one such object need not keep the others
  /// from being read.
  func identifier() throws(ShapeFault) -> String {
    if case .element = place, self["id"]?.isText("") == true { return "" }
    return try requiredText("id")
  }

  /// A text, nil where there is none.
  ///
  /// Releases before Newton check no types, so that a description may be any JSON: it is shown as
  /// the JSON it is rather than making a whole list unreadable.
  func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    return value.text ?? value.value.serialized
  }

  /// A whole number.
  func integer(_ name: String) throws(ShapeFault) -> Int {
    guard let value = self[name] else { throw ShapeFault("\(place).\(name) is missing") }
    guard let number = value.number.flatMap({ Int($0) }) else {
      throw ShapeFault("\(place).\(name) is \(value.kindName), not a whole number")
    }
    return number
  }

  /// The texts of a list, whatever else is in it left out.
  func texts(_ name: String) -> [String] {
    (self[name]?.elements ?? []).compactMap(\.text)
  }

  /// The object of that name with its members as sent, empty where there is none.
  func members(_ name: String) -> JSONObject {
    self[name]?.members ?? [:]
  }

  /// Whether the object is enabled: missing means that it is, and old rows hold 0 or 1.
  ///
  /// Users in LDAP have what stands in the directory, where `TRUE` and `FALSE` are texts.
  func isEnabled() throws(ShapeFault) -> Bool {
    guard let value = self["enabled"] else { return true }
    let isEnabled: Bool? =
      switch value.kind {
      case .yes: true
      case .no: false
      case .number, .text, .unescapedText:
        Self.flags[(value.number ?? value.text ?? "").lowercased()]
      case .null, .array, .object: nil
      }
    guard let isEnabled else {
      throw ShapeFault("\(place).enabled is \(value.kindName), not a boolean")
    }
    return isEnabled
  }

  private static let flags = ["true": true, "1": true, "false": false, "0": false]

  /// The object of that name.
  func row(_ name: String) throws(ShapeFault) -> JSONRow {
    guard let value = self[name] else { throw ShapeFault("\(place).\(name) is missing") }
    return try JSONRow(value, at: .member(name, of: place))
  }

  /// The object of that name, nil where it is null or missing.
  func optionalRow(_ name: String) throws(ShapeFault) -> JSONRow? {
    guard let value = self[name] else { return nil }
    return try JSONRow(value, at: .member(name, of: place))
  }

  /// The objects of the list of that name, which must be there.
  func rows(_ name: String) throws(ShapeFault) -> [JSONRow] {
    guard let value = self[name] else { throw ShapeFault("\(place).\(name) is missing") }
    guard let elements = value.elements else {
      throw ShapeFault("\(place).\(name) is \(value.kindName), not a list")
    }
    var rows: [JSONRow] = []
    rows.reserveCapacity(elements.count)
    let list = "\(place).\(name)"
    for (index, element) in elements.enumerated() {
      rows.append(try JSONRow(element, in: list, at: index))
    }
    return rows
  }

  /// Whether a list of v3 is cut off at `list_limit`, which it says (`keystone.common.controller`).
  var isTruncated: Bool { self["truncated"].map { $0.kind != .no } ?? false }

  /// The objects of the list of that name, none where it is null or missing.
  ///
  /// Keystones of 2012 write an empty catalog as an empty object.
  func optionalRows(_ name: String) throws(ShapeFault) -> [JSONRow] {
    guard let value = self[name], !value.isEmptyObject else { return [] }
    return try rows(name)
  }
}
