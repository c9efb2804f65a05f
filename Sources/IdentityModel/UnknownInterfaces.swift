/// Of which endpoints it is not known what v3 alone tells: whether one of their interfaces is
/// disabled by itself, and whether one has a second URL.
package struct UnknownInterfaces: Hashable, Codable, Sendable {
  /// Why nobody tells.
  package enum Reason: Hashable, Codable, Sendable {
    /// The server gives no list; what it says instead, without secrets.
    case refused(String)
    /// The list is cut off, and so is each of its parts that can be asked for.
    case cutOff
  }

  package let reason: Reason
  /// The IDs of the services whose endpoints are meant; nil for all.
  package let services: Set<String>?

  package init(_ reason: Reason, services: Set<String>? = nil) {
    self.reason = reason
    self.services = services
  }

  /// Whether the endpoints of that service are among them.
  package func covers(serviceID: String) -> Bool { services?.contains(serviceID) ?? true }

  /// What is not known once another part of the list is not either.
  package func joined(with other: UnknownInterfaces) -> UnknownInterfaces {
    guard let services, let others = other.services else { return UnknownInterfaces(reason) }
    return UnknownInterfaces(reason, services: services.union(others))
  }
}
