/// The items of a list, each of them once.
///
/// Nearly all lists have a handful of items, which are compared sooner than they are hashed.
struct DistinctItems<Value: Hashable> {
  private static var fewItems: Int { 8 }

  private(set) var items: [Located<Value>] = []
  /// The items' values, once there are more than a few.
  private var known: Set<Value> = []

  /// Adds an item unless it is there; returns whether it was new.
  mutating func append(_ item: Located<Value>) -> Bool {
    guard isNew(item.value) else { return false }
    items.append(item)
    return true
  }

  private mutating func isNew(_ value: Value) -> Bool {
    guard items.count >= Self.fewItems else { return !items.contains { $0.value == value } }
    if known.isEmpty { known = Set(items.lazy.map(\.value)) }
    return known.insert(value).inserted
  }
}
