import IdentityModel

/// A row that can bear another name than it has live.
protocol RenamedRow: StoredRow {
  func renamed(to name: QualifiedName) -> Self
}

extension Live: RenamedRow where Value: NamedResource {
  func renamed(to name: QualifiedName) -> Self {
    var value = value
    value.name = name
    return Live(id: id, value)
  }
}

extension UserRow: RenamedRow {
  func renamed(to name: QualifiedName) -> Self {
    var user = user
    user.name = name
    return UserRow(id: id, user: user, tenantID: tenantID, isReadOnly: isReadOnly)
  }
}
