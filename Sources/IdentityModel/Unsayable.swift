/// What of a live cloud a seed cannot say.
package struct Unsayable: Hashable, Sendable {
  /// The IDs of objects.
  package var ids: Set<String>
  /// The keys of what has no ID: who is in which group, who has which role, which role implies which.
  package var keys: Set<ResourceKey>

  package init(ids: Set<String> = [], keys: Set<ResourceKey> = []) {
    self.ids = ids
    self.keys = keys
  }
}
