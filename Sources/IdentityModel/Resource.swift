/// A declared or live object of one kind.
///
/// The same type serves both sides. A field that is nil is *undeclared* in a seed, which means
/// "leave it alone", and *not set* in the live state. IDs are Keystone's and no part of it.
package protocol Resource: Hashable, Codable, Sendable {
  /// What makes two of them the same object.
  associatedtype Key: Hashable, Comparable, Codable, Sendable

  /// Which kind this is.
  static var kind: ResourceKind { get }

  /// The natural key: what the seed calls it.
  var key: Key { get }

  /// The key among all kinds.
  var resourceKey: ResourceKey { get }

  /// Every field that is set, in the order of ``Field``; the key's own parts are not fields.
  var fields: [FieldSetting] { get }

  /// What one of them holds; nil where that is not set.
  func value(of field: Field) -> FieldValue?
}

extension Resource {
  package func value(of field: Field) -> FieldValue? { fields.first { $0.field == field }?.value }
}
