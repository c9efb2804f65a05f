import IdentityModel

extension LiveState {
  /// What each live object of some kinds is a part of.
  ///
  /// - Parameter kinds: The kinds that are looked at; a large cloud has many objects.
  /// - Returns: The wholes by the keys of their parts, none of what is no part of anything.
  func wholes(of kinds: Set<ResourceKind>) -> [ResourceKey: ResourceKey] {
    func parts<Value: NamedResource>(_ type: Value.Type) -> [(ResourceKey, ResourceKey)] {
      self[keyPath: Value.live].compactMap { row in
        row.value.whole.map { (row.value.resourceKey, $0) }
      }
    }
    let parts = NamedKind.allCases.filter { kinds.contains($0.kind) }.flatMap { parts($0.type) }
    return Dictionary(parts) { first, _ in first }
  }
}
