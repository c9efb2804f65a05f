/// One JSON object of an answer, read field by field into a record.
///
/// The rule is the one that all releases from Icehouse to Pike can be read by: unknown fields are
/// ignored, null and absent mean the same, and only what makes the object usable is required.
struct JSONRow {
  /// All that was sent.
  let members: JSONObject
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

  init(_ value: JSONValue, at place: String) throws(ShapeFault) {
    try self.init(value, at: .named(place))
  }

  /// The object that stands in a list, which `place` names, at that index.
  init(_ value: JSONValue, in place: String, at index: Int) throws(ShapeFault) {
    try self.init(value, at: .element(of: place, index))
  }

  private init(_ value: JSONValue, at place: Place) throws(ShapeFault) {
    guard case .object(let members) = value else {
      throw ShapeFault("\(place) is \(value.kindName), not an object")
    }
    self.members = members
    self.place = place
  }

  /// The value of that name, nil where it is null or missing.
  subscript(_ name: String) -> JSONValue? {
    guard let value = members[name], value != .null else { return nil }
    return value
  }

  /// The first of these names that has a value, as a text that is not empty.
  func requiredText(_ names: String...) throws(ShapeFault) -> String {
    for name in names {
      guard let value = self[name] else { continue }
      guard case .string(let text) = value else {
        throw ShapeFault("\(place).\(name) is \(value.kindName), not a text")
      }
      guard !text.isEmpty else { throw ShapeFault("\(place).\(name) is empty") }
      return text
    }
    throw ShapeFault("\(place).\(names.joined(separator: "/")) is missing")
  }

  /// The object's ID; an empty one only in a list, where one such object need not keep the others
  /// from being read.
  func identifier() throws(ShapeFault) -> String {
    if case .element = place, self["id"] == .string("") { return "" }
    return try requiredText("id")
  }

  /// A text, nil where there is none.
  ///
  /// Releases before Newton check no types, so that a description may be any JSON: it is shown as
  /// the JSON it is rather than making a whole list unreadable.
  func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    if case .string(let text) = value { return text }
    return value.serialized
  }

  /// A whole number.
  func integer(_ name: String) throws(ShapeFault) -> Int {
    guard let value = self[name] else { throw ShapeFault("\(place).\(name) is missing") }
    guard case .number(let text) = value, let number = Int(text) else {
      throw ShapeFault("\(place).\(name) is \(value.kindName), not a whole number")
    }
    return number
  }

  /// The texts of a list, whatever else is in it left out.
  func texts(_ name: String) -> [String] {
    guard case .array(let elements)? = self[name] else { return [] }
    return elements.compactMap { element in
      guard case .string(let text) = element else { return nil }
      return text
    }
  }

  /// The object of that name with its members as sent, empty where there is none.
  func members(_ name: String) -> JSONObject {
    guard case .object(let members)? = self[name] else { return [:] }
    return members
  }

  /// Whether the object is enabled: missing means that it is, and old rows hold 0 or 1.
  ///
  /// Users in LDAP have what stands in the directory, where `TRUE` and `FALSE` are texts.
  func isEnabled() throws(ShapeFault) -> Bool {
    switch self["enabled"] {
    case nil, .bool(true), .number("1"): return true
    case .bool(false), .number("0"): return false
    case .string(let text) where ["true", "1"].contains(text.lowercased()): return true
    case .string(let text) where ["false", "0"].contains(text.lowercased()): return false
    case .some(let value):
      throw ShapeFault("\(place).enabled is \(value.kindName), not a boolean")
    }
  }

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
    guard case .array(let elements) = value else {
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
  var isTruncated: Bool { self["truncated"] != nil && self["truncated"] != .bool(false) }

  /// The objects of the list of that name, none where it is null or missing.
  ///
  /// Keystones of 2012 write an empty catalog as an empty object.
  func optionalRows(_ name: String) throws(ShapeFault) -> [JSONRow] {
    switch self[name] {
    case nil: return []
    case .object(let members) where members.isEmpty: return []
    case .some: return try rows(name)
    }
  }
}
