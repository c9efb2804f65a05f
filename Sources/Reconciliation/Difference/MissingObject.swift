package import IdentityModel
import Texts

/// What the seed says is there, whoever has made it, and is not.
package struct MissingObject: Hashable, Comparable, Sendable {
  /// What it is: an object by its key, or a region by its name.
  package enum Subject: Hashable, Sendable {
    case object(ResourceKey)
    case region(Name)
  }

  package let subject: Subject
  /// What is live of the same kind, and may be meant.
  package let nearest: String?

  /// Makes one.
  ///
  /// - Parameters:
  ///   - subject: What is missing.
  ///   - live: What is live of the same kind, as the seed would say it.
  package init(_ subject: Subject, among live: some Collection<String>) {
    self.subject = subject
    nearest = Spelling.nearest(to: Self.text(of: subject), among: live)
  }

  /// The key; nil of a region, which has none.
  var key: ResourceKey? {
    if case .object(let key) = subject { key } else { nil }
  }

  /// The order in which they are listed: regions last.
  package static func < (left: MissingObject, right: MissingObject) -> Bool {
    switch (left.subject, right.subject) {
    case (.object(let left), .object(let right)): DependencyOrder.createsBefore(left, right)
    case (.region(let left), .region(let right)): left < right
    case (.object, .region): true
    case (.region, .object): false
    }
  }

  private static func text(of subject: Subject) -> String {
    switch subject {
    case .object(let key): key.description
    case .region(let name): name.text
    }
  }
}
