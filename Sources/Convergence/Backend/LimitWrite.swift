package import IdentityModel

/// A limit of a tenant or domain of its own as it is to be written: of a service and a holder that exist.
package struct LimitWrite: Hashable, ResourceDraft {
  package let limit: Limit
  package let serviceID: String
  package let holderID: LiveLimit.HolderID

  package init(_ limit: Limit, serviceID: String, holderID: LiveLimit.HolderID) {
    self.limit = limit
    self.serviceID = serviceID
    self.holderID = holderID
  }

  package static func store(of backend: any IdentityBackend) -> any ResourceStore<LimitWrite> {
    backend.limits
  }

  package static var isKeyUnique: Bool { true }
  package var uniqueName: QualifiedName? { nil }

  package func isHeld(by row: LiveLimit) -> Bool {
    row.isOf(limit.key, serviceID: serviceID) && row.holderID == holderID
  }
}

extension LiveLimit: StoredRow {
  package var uniqueName: QualifiedName? { nil }

  /// Whether it is of that resource in that region, whoever has it.
  func isOf(_ key: LimitKey, serviceID: String) -> Bool {
    self.serviceID == serviceID && (region ?? "") == key.region && resource == key.resource
  }
}
