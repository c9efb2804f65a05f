package import IdentityModel

/// An object that cannot be renamed, since it is not alone.
package struct RenameConflict: Hashable, Sendable {
  /// What it is to be called.
  package let new: ResourceKey
  /// What it is called.
  package let old: ResourceKey
  /// How many are called what it is to be called; none where several have the old name.
  package let newCount: Int

  /// Makes one.
  ///
  /// - Parameters:
  ///   - new: What it is to be called.
  ///   - old: What it is called.
  ///   - newCount: How many are called what it is to be called.
  package init(_ new: ResourceKey, was old: ResourceKey, newCount: Int) {
    self.new = new
    self.old = old
    self.newCount = newCount
  }

  /// What the seed would rename of one kind, and cannot.
  ///
  /// What can be renamed bears its new key in the lists already.
  ///
  /// - Parameters:
  ///   - former: What an object was, by what it is.
  ///   - live: The live keys of that kind.
  /// - Returns: The conflicts, in the order of the new keys.
  static func find(
    _ former: [ResourceKey: ResourceKey],
    among live: some Collection<ResourceKey>
  ) -> [RenameConflict] {
    let olds = Set(former.values)
    guard !olds.isEmpty else { return [] }
    let news = Set(former.keys)
    var found: Set<ResourceKey> = []
    var counts: [ResourceKey: Int] = [:]
    for key in live {
      if olds.contains(key) { found.insert(key) }
      if news.contains(key) { counts[key, default: 0] += 1 }
    }
    return former.filter { found.contains($0.value) }
      .map { RenameConflict($0.key, was: $0.value, newCount: counts[$0.key] ?? 0) }
      .sorted { DependencyOrder.createsBefore($0.new, $1.new) }
  }
}
