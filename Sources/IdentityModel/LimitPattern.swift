/// The limits of one resource of the services that a pattern means.
package struct LimitPattern: Hashable, Sendable {
  package let service: ServicePattern
  /// The region that is meant, empty for none; nil where all of them are, and none.
  package let region: Name?
  package let resource: Name
  /// Whose own is meant; nil for what is registered for all.
  package let holder: LimitHolder?

  package init(
    service: ServicePattern,
    region: Name?,
    resource: Name,
    holder: LimitHolder? = nil
  ) {
    self.service = service
    self.region = region
    self.resource = resource
    self.holder = holder
  }

  /// Whether the pattern means that limit.
  package func matches(_ key: LimitKey) -> Bool {
    resource == key.resource && holder == key.holder && service.matches(key.service)
      && (region == nil || region == key.region)
  }
}
