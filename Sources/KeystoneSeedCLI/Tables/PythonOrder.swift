import KeystoneClient
import Texts

/// The order in which Python 2.7 sorts JSON values, whatever their types.
///
/// Values of different types are in the order of the names of their types, but None comes first
/// and numbers second, `True` and `False` among them (`default_3way_compare` in
/// `Objects/object.c`).
enum PythonOrder {
  /// How two values stand to one another.
  enum Result {
    case less, equal, greater

    fileprivate init<Value: Comparable>(_ left: Value, _ right: Value) {
      self = left < right ? .less : left == right ? .equal : .greater
    }
  }

  /// Whether a list sorts before another: by the first elements that differ, else by length.
  static func precedes(_ left: [JSONValue], _ right: [JSONValue]) -> Bool {
    compare(left, right) == .less
  }

  private static func compare(_ left: [JSONValue], _ right: [JSONValue]) -> Result {
    for (left, right) in zip(left, right) {
      let result = compare(left, right)
      if result != .equal { return result }
    }
    return Result(left.count, right.count)
  }

  private static func compare(_ left: JSONValue, _ right: JSONValue) -> Result {
    if let left = number(left), let right = number(right) { return Result(left, right) }
    return switch (left, right) {
    case (.string(let left), .string(let right)): Result(ExactText(left), ExactText(right))
    case (.array(let left), .array(let right)): compare(left, right)
    case (.object(let left), .object(let right)): compare(left, right)
    default: Result(rank(of: left), rank(of: right))
    }
  }

  /// Dictionaries: the one with fewer keys, else the one with the smaller key of those whose values
  /// differ, else by these values (`dict_compare` in `Objects/dictobject.c`).
  private static func compare(_ left: JSONObject, _ right: JSONObject) -> Result {
    guard left.count == right.count else { return Result(left.count, right.count) }
    guard let leftKey = smallestKey(of: left, thatDiffersIn: right),
      let rightKey = smallestKey(of: right, thatDiffersIn: left)
    else { return .equal }
    guard leftKey == rightKey else { return Result(leftKey, rightKey) }
    return compare(left[leftKey.text] ?? .null, right[rightKey.text] ?? .null)
  }

  private static func smallestKey(of one: JSONObject, thatDiffersIn other: JSONObject) -> ExactText?
  {
    one.filter { key, value in
      guard let otherValue = other[key] else { return true }
      return compare(value, otherValue) != .equal
    }.map { ExactText($0.key) }.min()
  }

  private static func number(_ value: JSONValue) -> PythonNumber? {
    switch value {
    case .number(let literal): PythonNumber(literal)
    case .bool(let flag): .integer(flag ? "1" : "0")
    case .null, .string, .array, .object: nil
    }
  }

  private static func rank(of value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool, .number: "\u{1}"
    case .object: "dict"
    case .array: "list"
    case .string: "unicode"
    }
  }
}
