package import IdentityModel

/// A limit as a row of its table, on a service.
package struct LimitRow: Hashable, Sendable {
  package var limit: Limit
  package var service: ServiceReference

  package init(_ limit: Limit, on service: ServiceReference) {
    self.limit = limit
    self.service = service
  }
}
