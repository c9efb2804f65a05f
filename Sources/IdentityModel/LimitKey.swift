/// What makes two limits the same one.
///
/// A tenant or a domain can have one of its own only where one is registered for the same resource in the
/// same region (`keystone.limit.core.Manager`).
package struct LimitKey: Hashable, Codable, Sendable {
  package var service: ServiceKey
  /// The region, empty for none.
  package var region: Name
  package var resource: Name
  /// Whose own it is; nil for the one that is registered for all.
  package var holder: LimitHolder?

  package init(service: ServiceKey, region: Name, resource: Name, holder: LimitHolder? = nil) {
    self.service = service
    self.region = region
    self.resource = resource
    self.holder = holder
  }

  /// The one that is registered for all; itself where it is that.
  package var registered: LimitKey {
    LimitKey(service: service, region: region, resource: resource)
  }

  /// The same as a tenant or a domain has it of its own.
  package func own(of holder: LimitHolder) -> LimitKey {
    LimitKey(service: service, region: region, resource: resource, holder: holder)
  }

  /// The objects without which there is none.
  package var parts: [ResourceKey] {
    [.service(service)] + (region == "" ? [] : [.region(region)])
      + (holder.map { [$0.key, .limit(registered)] } ?? [])
  }
}

extension LimitKey: Comparable {
  package static func < (left: LimitKey, right: LimitKey) -> Bool {
    guard left.registered == right.registered else {
      return (left.service, left.region, left.resource)
        < (right.service, right.region, right.resource)
    }
    return switch (left.holder, right.holder) {
    case (nil, nil), (_?, nil): false
    case (nil, _?): true
    case (let left?, let right?): left < right
    }
  }
}

extension LimitKey: CustomStringConvertible {
  package var description: String {
    let place = region == "" ? "" : " in \(region)"
    return "\(service) \(resource)\(place)" + (holder.map { ", \($0)" } ?? "")
  }
}
