import IdentityModel

/// Where each name stands in a list in which most names stand once.
struct NamedRows {
  /// For each row the first one of its name.
  private(set) var first: [Int] = []
  private var indices: [QualifiedName: Int] = [:]
  /// How many rows have the name of one that is first, where it is more than that one.
  private var counts: [Int: Int] = [:]

  init(_ names: some Collection<QualifiedName>) {
    first.reserveCapacity(names.count)
    indices.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      let earlier = indices.updateValue(index, forKey: name)
      guard let earlier else {
        first.append(index)
        continue
      }
      indices[name] = earlier
      first.append(earlier)
      counts[earlier, default: 1] += 1
    }
  }

  /// The first row of that name.
  func firstIndex(of name: QualifiedName) -> Int? { indices[name] }

  /// How many rows have the name of that one, which is the first of them.
  func count(at index: Int) -> Int { counts[index] ?? 1 }
}
