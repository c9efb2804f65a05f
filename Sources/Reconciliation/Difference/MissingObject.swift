package import IdentityModel
import Texts

/// What the seed says is there, whoever has made it, and is not.
package struct MissingObject: Hashable, Comparable, Sendable {
  package let key: ResourceKey
  /// What is live of the same kind, and may be meant.
  package let nearest: String?

  /// Makes one.
  ///
  /// - Parameters:
  ///   - key: What is missing.
  ///   - text: How the seed says it; left out, by its whole key.
  ///   - live: What is live of the same kind, as the seed would say it.
  package init(
    _ key: ResourceKey,
    spelled text: String? = nil,
    among live: some Collection<String>
  ) {
    self.key = key
    nearest = Spelling.nearest(to: text ?? key.description, among: live)
  }

  /// The order in which they are listed.
  package static func < (left: MissingObject, right: MissingObject) -> Bool {
    DependencyOrder.createsBefore(left.key, right.key)
  }
}
