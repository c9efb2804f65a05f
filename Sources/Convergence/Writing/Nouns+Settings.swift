import IdentityModel

extension [FieldSetting] {
  func text(_ field: Field) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }

  func flag(_ field: Field) -> Bool? {
    guard case .flag(let flag) = self[field] else { return nil }
    return flag
  }

  func template(_ field: Field) -> URLTemplate? {
    guard case .template(let template) = self[field] else { return nil }
    return template
  }

  private subscript(field: Field) -> FieldValue? {
    first { $0.field == field }?.value
  }
}

extension Tenant {
  /// A tenant that holds what the settings say and nothing else.
  init(name: Name, settings: [FieldSetting]) {
    self.init(
      name: name,
      description: settings.text(.description),
      enabled: settings.flag(.enabled)
    )
  }
}

extension User {
  /// A user that holds what the settings say and nothing else.
  init(name: Name, settings: [FieldSetting]) {
    self.init(
      name: name,
      email: settings.text(.email),
      tenant: settings.text(.tenant).map { Name($0) },
      enabled: settings.flag(.enabled)
    )
  }
}

extension Service {
  /// A service that holds what the settings say and nothing else.
  init(key: ServiceKey, settings: [FieldSetting]) {
    self.init(
      type: key.type,
      name: key.name,
      description: settings.text(.description),
      isShown: settings.flag(.enabled) ?? true
    )
  }
}
