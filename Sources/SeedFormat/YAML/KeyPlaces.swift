internal import Texts

/// The keys of one mapping, each with the place where it was seen last.
///
/// Nearly all mappings have a handful of keys, which are compared sooner than they are hashed.
struct KeyPlaces {
  static let fewKeys = 8

  private var few: [Located<String>] = []
  private var many: [ExactText: FileLocation] = [:]

  /// - Parameter capacity: how many keys there will probably be.
  init(capacity: Int) {
    if capacity <= Self.fewKeys {
      few.reserveCapacity(capacity)
    } else {
      many.reserveCapacity(capacity)
    }
  }

  /// Notes where a key is; returns where it was before.
  mutating func update(_ key: Located<String>) -> FileLocation? {
    guard many.isEmpty else { return many.updateValue(key.location, forKey: ExactText(key.value)) }
    if let index = index(of: key.value) {
      let before = few[index].location
      few[index] = key
      return before
    }
    few.append(key)
    if few.count > Self.fewKeys {
      for key in few { many[ExactText(key.value)] = key.location }
    }
    return nil
  }

  /// Notes a key unless it is there; returns whether it was new.
  mutating func add(_ key: Located<String>) -> Bool {
    let isNew = many.isEmpty ? index(of: key.value) == nil : many[ExactText(key.value)] == nil
    if isNew { _ = update(key) }
    return isNew
  }

  private func index(of key: String) -> Int? {
    few.firstIndex { $0.value.hasSameCodePoints(as: key) }
  }
}
