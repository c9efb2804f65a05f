package import IdentityModel

/// Where a tenant of whatever domain is, with its name.
package struct PlaceIDs: Hashable, Sendable {
  package let id: String
  package let name: Name
  package let domainID: String
  /// The tenant that it is right below; nil of one at the top.
  package let parentID: String?

  package init(id: String, name: Name, domainID: String, parentID: String?) {
    self.id = id
    self.name = name
    self.domainID = domainID
    self.parentID = parentID
  }
}
