/// How much there may be of a resource of a service: as it is registered for everybody, or as a tenant
/// or a domain has it of its own.
package struct Limit: Hashable, Codable, Sendable {
  package var key: LimitKey
  /// The number; ``unlimited`` for as much as there is.
  package var value: Int

  /// What Keystone takes for no limit.
  package static let unlimited = -1

  package init(_ key: LimitKey, value: Int) {
    self.key = key
    self.value = value
  }

  package var resourceKey: ResourceKey { .limit(key) }
  package var fields: [FieldSetting] { [FieldSetting(.limit, .number(value))] }
}
