package import IdentityModel
package import Reconciliation

extension Change {
  /// A change as a test writes it: by its key and what becomes different.
  ///
  /// - Parameters:
  ///   - action: What it does.
  ///   - key: To what.
  ///   - liveID: The row, where there is one.
  ///   - serviceID: For an endpoint the ID of its service; nil for one that the same plan makes.
  ///   - fields: What becomes different.
  ///   - carried: What else a new row holds.
  ///   - reason: Why; of a deletion that the seed declares the object absent, unless it is said.
  package init(
    _ action: Action,
    _ key: ResourceKey,
    liveID: String? = nil,
    serviceID: String? = nil,
    fields: [FieldChange] = [],
    carried: [FieldSetting] = [],
    reason: ChangeReason? = nil
  ) {
    let changed = fields.compactMap { change in change.to.map { FieldSetting(change.field, $0) } }
    let resource = AnyResource(
      key,
      Settings(all: carried + changed),
      carried: Set(carried.map(\.field)),
      on: serviceID.map { .live($0) } ?? .made
    )
    switch action {
    case .create: self = .create(resource)
    case .update: self = .update(resource, row: liveID ?? "", fields: fields)
    case .replace: self = .replace(resource, row: liveID ?? "", fields: fields, because: reason)
    case .delete: self = .delete(key, row: liveID, because: reason ?? .declaredAbsent)
    }
  }
}

/// Fields by what they hold.
private struct Settings {
  let all: [FieldSetting]

  func text(_ field: Field) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }

  func flag(_ field: Field) -> Bool? {
    guard case .flag(let flag) = self[field] else { return nil }
    return flag
  }

  func number(_ field: Field) -> Int? {
    guard case .number(let number) = self[field] else { return nil }
    return number
  }

  func url(_ field: Field) -> URLTemplate? {
    guard case .template(let url) = self[field] else { return nil }
    return url
  }

  subscript(field: Field) -> FieldValue? { all.first { $0.field == field }?.value }
}

extension AnyResource {
  fileprivate init(
    _ key: ResourceKey,
    _ settings: Settings,
    carried: Set<Field>,
    on service: ServiceReference
  ) {
    let (description, enabled) = (settings.text(.description), settings.flag(.enabled))
    switch key {
    case .named(.domain, let name):
      self = .named(.domain(Domain(name: name, description: description, enabled: enabled)))
    case .named(.region, let name):
      let parent = settings.text(.parent).map { Name($0) }
      self = .named(.region(Region(name: name.name, description: description, parent: parent)))
    case .named(.role, let name): self = .role(Role(name: name))
    case .named(.tenant, let name):
      self = .tenant(Tenant(name: name, description: description, enabled: enabled))
    case .named(.group, let name):
      self = .named(.group(Group(name: name, description: description)))
    case .named(.user, let name):
      let user = User(
        name: name,
        email: settings.text(.email),
        tenant: settings.text(.tenant).map { QualifiedName($0) },
        enabled: enabled
      )
      self = .user(user, setsPassword: settings[.password] != nil)
    case .implication(let implication): self = .implication(implication)
    case .membership(let membership): self = .membership(membership)
    case .assignment(let assignment): self = .assignment(assignment)
    case .service(let key):
      self = .service(
        Service(
          type: key.type,
          name: key.name,
          description: description,
          isShown: enabled ?? true
        )
      )
    case .endpoint(let key):
      let endpoint = Endpoint(
        service: key.service,
        region: key.region,
        interface: key.interface,
        publicURL: settings.url(.publicURL),
        internalURL: settings.url(.internalURL),
        adminURL: settings.url(.adminURL),
        isShown: enabled ?? true
      )
      self = .endpoint(EndpointRow(endpoint, on: service, carried: carried))
    case .limit(let key):
      self = .limit(LimitRow(Limit(key, value: settings.number(.limit) ?? 0), on: service))
    }
  }
}
