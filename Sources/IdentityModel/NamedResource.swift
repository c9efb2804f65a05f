/// A resource whose key is a name that the identity service keeps unique.
package protocol NamedResource: Resource where Key == QualifiedName {
  /// Which kind this is among those.
  static var namedKind: NamedKind { get }

  /// Whether pruning looks at what the seed does not declare, and a plan counts it.
  static var isPruned: Bool { get }

  /// The fields that are as they were when the object was made, for good.
  static var fixedFields: Set<Field> { get }

  /// The objects of the kind that a seed declares.
  static func declared(in desired: DesiredState) -> [Self]
  /// Where the rows of the kind stand that are live.
  static var live: WritableKeyPath<LiveState, [Live<Self>]> { get }

  var name: QualifiedName { get set }

  /// The object among those of all such kinds.
  var asNamed: NamedObject { get }

  /// Whether the identity service refuses to change or delete it before that option is taken away.
  var isImmutable: Bool { get }

  /// What has to be made of it before it can be deleted; nil where it can be as it is.
  var deletable: Self? { get }
  /// What has to be there first, of the same kind, since this is a part of it; nil of what is none.
  var whole: ResourceKey? { get }
}

extension NamedResource {
  package var key: QualifiedName { name }
  package var resourceKey: ResourceKey { .named(Self.namedKind, name) }
  package var isImmutable: Bool { false }
  package var deletable: Self? { nil }
  package var whole: ResourceKey? { nil }
  package static var isPruned: Bool { true }
  package static var fixedFields: Set<Field> { [] }
}
