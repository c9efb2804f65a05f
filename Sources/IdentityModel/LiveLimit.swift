/// A limit as Keystone lists it, by the IDs of what it is about.
package struct LiveLimit: Hashable, Codable, Sendable {
  /// Whose own it is.
  package enum HolderID: Hashable, Codable, Sendable {
    case tenant(String)
    case domain(String)
  }

  package let id: String
  package let serviceID: String
  /// The region; nil for none.
  package let region: Name?
  package let resource: Name
  /// Nil for the one that is registered for all.
  package let holderID: HolderID?
  package let value: Int

  package init(
    id: String,
    serviceID: String,
    region: Name?,
    resource: Name,
    holderID: HolderID? = nil,
    value: Int
  ) {
    self.id = id
    self.serviceID = serviceID
    self.region = region
    self.resource = resource
    self.holderID = holderID
    self.value = value
  }

  /// Whether it is a limit of its own of somebody for what the other one registers.
  package func isOwn(for registered: LiveLimit) -> Bool {
    holderID != nil && registered.holderID == nil && serviceID == registered.serviceID
      && region == registered.region && resource == registered.resource
  }

  package var fields: [FieldSetting] { [FieldSetting(.limit, .number(value))] }
}
