/// A JSON object that remembers the order of its keys, as a Python dictionary does.
///
/// Objects of this API hold about ten members, so a search from the front beats hashing.
struct JSONObject: Sendable {
  private(set) var members: [(key: String, value: JSONValue)] = []

  init() {}

  /// Takes members as they were written; of two with the same key the place of the first and the
  /// value of the last count, as in Python.
  init(_ written: [(String, JSONValue)]) {
    members.reserveCapacity(written.count)
    var places: [ExactText: Int] = [:]
    for (key, value) in written {
      if let place = places.updateValue(members.count, forKey: ExactText(key)) {
        places[ExactText(key)] = place
        members[place].value = value
      } else {
        members.append((key, value))
      }
    }
  }

  var isEmpty: Bool { members.isEmpty }

  var keys: [String] { members.map(\.key) }

  /// The value under a key; setting one keeps its place, setting nil removes it.
  subscript(key: String) -> JSONValue? {
    get {
      members.first { ExactText.same($0.key, key) }?.value
    }
    set {
      let place = members.firstIndex { ExactText.same($0.key, key) }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append((key, value))
      case (nil, nil): break
      }
    }
  }

  /// Takes a member out and hands back its value.
  mutating func take(_ key: String) -> JSONValue? {
    let value = self[key]
    self[key] = nil
    return value
  }

  /// The members whose keys are not among those.
  func without(_ keys: Set<String>) -> JSONObject {
    var rest = JSONObject()
    rest.members = members.filter { !keys.contains($0.key) }
    return rest
  }

  /// The same values under other keys.
  func renamingKeys(_ rename: (String) -> String) -> JSONObject {
    JSONObject(members.map { (rename($0.key), $0.value) })
  }

  /// Puts in every member of another object.
  mutating func merge(_ other: JSONObject) {
    for (key, value) in other.members {
      self[key] = value
    }
  }

  /// Adds a member whose key is known to be new.
  mutating func append(_ key: String, _ value: JSONValue) {
    members.append((key, value))
  }
}

extension JSONObject: Equatable {
  /// Two objects are equal when they hold the same members in the same order.
  static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) {
      ExactText.same($0.key, $1.key) && $0.value == $1.value
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(members)
  }
}
