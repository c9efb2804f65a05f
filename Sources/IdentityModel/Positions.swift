/// Where each key stands in a list, found by the key.
///
/// Beside the list it keeps one number to a key: of a large cloud there are several such tables at a time, and
/// a dictionary would have each key once more, with as much room again for keys to come.
package struct Positions<Key: Hashable> {
  package let keys: [Key]
  /// The position of a key and 1 in the lower half, and in the upper one that of its hash, so that hardly
  /// any key is compared in vain; 0 where there is none.
  private var slots: [UInt64]

  /// Finds out where they stand.
  ///
  /// - Parameters:
  ///   - keys: The list.
  ///   - repeats: Told of each position whose key stands before it too, and of the first position where it
  ///     does.
  package init(_ keys: [Key], repeats: (_ position: Int, _ first: Int) -> Void = { _, _ in }) {
    self.keys = keys
    var size = 8
    while size < keys.count + keys.count / 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for position in keys.indices {
      let hash = UInt64(bitPattern: Int64(keys[position].hashValue))
      let slot = slot(of: keys[position], hash)
      if slots[slot] == 0 {
        slots[slot] = hash & Self.upperHalf | UInt64(position + 1)
      } else {
        repeats(position, self.position(in: slots[slot]))
      }
    }
  }

  /// The first position of a key; nil where it is not in the list.
  package func first(of key: Key) -> Int? {
    let hash = UInt64(bitPattern: Int64(key.hashValue))
    let content = slots[slot(of: key, hash)]
    return content == 0 ? nil : position(in: content)
  }

  private static var upperHalf: UInt64 { 0xFFFF_FFFF_0000_0000 }

  private func position(in content: UInt64) -> Int { Int(content & ~Self.upperHalf) - 1 }

  /// The slot that the key is in, or the free one that it would be in.
  private func slot(of key: Key, _ hash: UInt64) -> Int {
    var slot = Int(hash & UInt64(slots.count - 1))
    while slots[slot] != 0 {
      let content = slots[slot]
      if content & Self.upperHalf == hash & Self.upperHalf, keys[position(in: content)] == key {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}

extension Positions: Sendable where Key: Sendable {}
