/// The members of a JSON object, in the order in which they were written.
///
/// Keys are told apart code point by code point, as Keystone tells them apart: a dictionary of
/// Swift's texts would hold a composed and a decomposed `é` for one. The order means nothing to
/// equality; it is kept for whoever shows an object the way another program would.
public struct JSONObject: Sendable {
  /// A value and its name.
  public typealias Member = (key: String, value: JSONValue)

  /// Up to how many members looking at all of them is quicker than keeping an index.
  private static let fewMembers = 16

  private var members: [Member]

  /// Makes an object of members as they stand in a text.
  ///
  /// Where a key comes twice the last value counts, at the place of the first, as in Keystone.
  public init(_ members: [Member]) {
    if members.count > Self.fewMembers {
      self.members = []
      self.members.reserveCapacity(members.count)
      addIndexed(members)
    } else {
      self.members = members
      if hasKeyTwice { addAgain(members) }
    }
  }

  /// Whether the members as they are have a key in common; hardly any object has, so that nearly
  /// all are taken as they were read.
  private var hasKeyTwice: Bool {
    for index in members.indices.dropFirst() {
      for earlier in members.indices[..<index]
      where members[earlier].key.hasSameBytes(as: members[index].key) { return true }
    }
    return false
  }

  private mutating func addAgain(_ members: [Member]) {
    self.members = []
    for member in members { add(member, at: place(of: member.key)) }
  }

  /// Makes an object of named values, in the order of their names.
  public init(_ values: [String: JSONValue]) {
    members = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// The value of that name, nil where there is none; a null is a value.
  public subscript(_ key: String) -> JSONValue? {
    place(of: key).map { members[$0].value }
  }

  private func place(of key: String) -> Int? {
    members.firstIndex { $0.key.hasSameBytes(as: key) }
  }

  private mutating func add(_ member: Member, at place: Int?) {
    if let place { members[place].value = member.value } else { members.append(member) }
  }

  /// Adds members in a time that does not grow with the square of their number.
  private mutating func addIndexed(_ members: [Member]) {
    var places: [[UInt8]: Int] = [:]
    for member in members {
      let key = Array(member.key.utf8)
      add(member, at: places[key])
      if places[key] == nil { places[key] = self.members.count - 1 }
    }
  }
}

extension JSONObject: RandomAccessCollection {
  /// The place of the first member.
  public var startIndex: Int { members.startIndex }
  /// The place after the last one.
  public var endIndex: Int { members.endIndex }
  /// The member that was written there.
  public subscript(_ position: Int) -> Member { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object of members in the order given.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension JSONObject: Hashable {
  /// Whether both have the same members, in whatever order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.inOrder.elementsEqual(right.inOrder) {
      $0.key.hasSameBytes(as: $1.key) && $0.value == $1.value
    }
  }

  /// Hashes the members, whatever their order.
  public func hash(into hasher: inout Hasher) {
    for member in inOrder {
      hasher.combine(Array(member.key.utf8))
      hasher.combine(member.value)
    }
  }

  /// The members in the order of their keys' code points.
  var inOrder: [Member] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension String {
  /// Whether both are the same code points, looked at where they are.
  fileprivate func hasSameBytes(as other: String) -> Bool {
    // Texts that are not even canonically the same differ in bytes, which takes one look to see.
    self == other && utf8.elementsEqual(other.utf8)
  }
}
