package import IdentityModel

extension [FieldSetting] {
  /// The text that the field is set to; nil where it is not set.
  package func text(_ field: Field) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }

  /// The flag that the field is set to; nil where it is not set.
  package func flag(_ field: Field) -> Bool? {
    guard case .flag(let flag) = self[field] else { return nil }
    return flag
  }

  /// The URL that the field is set to; nil where it is not set.
  package func template(_ field: Field) -> URLTemplate? {
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
