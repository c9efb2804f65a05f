package import IdentityModel

/// A registered limit as it is to be written: of a service that exists.
package struct RegisteredLimitWrite: Hashable, ResourceDraft {
  package let limit: Limit
  package let serviceID: String

  package init(_ limit: Limit, serviceID: String) {
    self.limit = limit
    self.serviceID = serviceID
  }

  package static func store(
    of backend: any IdentityBackend
  ) -> any ResourceStore<RegisteredLimitWrite> {
    backend.registeredLimits
  }

  package static var isKeyUnique: Bool { true }
  package var uniqueName: QualifiedName? { nil }

  package func isHeld(by row: LiveLimit) -> Bool {
    row.isOf(limit.key, serviceID: serviceID) && row.holderID == nil
  }
}
