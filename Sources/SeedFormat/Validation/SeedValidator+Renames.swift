internal import IdentityModel

extension SeedValidator {
  /// Reports former names that cannot be taken for what they say.
  mutating func validateRenames() {
    let document = document
    let absent = document.absent
    validate(
      document.domains.entries.compactMap { Renaming($0.name, $0.was) },
      among: document.domains.entries.map(\.name),
      absent: absent.domains,
      as: "domain"
    )
    validate(
      document.roles.entries.compactMap { Renaming($0.name, $0.was) },
      among: document.roles.entries.map(\.name),
      absent: absent.roles,
      as: "role"
    )
    validate(
      document.tenants.entries.compactMap { Renaming($0.name, $0.was) },
      among: document.tenants.entries.map(\.name),
      absent: absent.tenants,
      as: "tenant"
    )
    validate(
      document.groups.entries.compactMap { Renaming($0.name, $0.was) },
      among: document.groups.entries.map(\.name),
      absent: absent.groups,
      as: "group"
    )
    validate(
      document.users.entries.compactMap { Renaming($0.name, $0.was) },
      among: document.users.entries.map(\.name),
      absent: absent.users,
      as: "user"
    )
    validateServices(absent: absent.services)
    for role in document.roles.entries { needRenaming(role.was?.location, "role") }
    for service in document.services.entries { needRenaming(service.was?.location, "service") }
  }

  /// What is called one thing, and was called another.
  private struct Renaming<Key: Hashable & CustomStringConvertible> {
    let key: Located<Key>
    let was: Located<Key>

    /// Nil of what was called nothing else.
    init?(_ key: Located<Key>, _ was: Located<Key>?) {
      guard let was else { return nil }
      self.key = key
      self.was = was
    }
  }

  private mutating func validate(
    _ renamings: [Renaming<QualifiedName>],
    among names: @autoclosure () -> [Located<QualifiedName>],
    absent: [Located<QualifiedName>],
    as noun: String
  ) {
    let places = validate(renamings, among: names(), as: noun)
    for name in absent {
      guard let place = places[name.value] else { continue }
      reportAbsent("the \(noun) \"\(name.value)\"", at: name.location, was: place)
    }
  }

  private mutating func validateServices(absent: [Located<ServicePattern>]) {
    func name(of service: ServiceEntry) -> Located<ServiceKey>? {
      service.key.map { Located($0, at: service.label.location) }
    }
    let services = document.services.entries
    let places = validate(
      services.compactMap { service in name(of: service).flatMap { Renaming($0, service.was) } },
      among: services.compactMap(name),
      as: "service"
    )
    for pattern in absent {
      for (key, place) in places where pattern.value.matches(key) {
        reportAbsent("service \(key)", at: pattern.location, was: place)
      }
    }
  }

  /// Reports those that cannot be; returns where each former name is said.
  private mutating func validate<Key>(
    _ renamings: [Renaming<Key>],
    among names: @autoclosure () -> [Located<Key>],
    as noun: String
  ) -> [Key: FileLocation] {
    guard !renamings.isEmpty else { return [:] }
    let declared = Dictionary(names().map { ($0.value, $0.location) }) { first, _ in first }
    var places: [Key: FileLocation] = [:]
    for renaming in renamings {
      let was = renaming.was
      if was.value == renaming.key.value {
        diagnostics.error(
          "the \(noun) \"\(was.value)\" can't be what it was",
          at: was.location,
          hint: "leave was out, or write the old name"
        )
      } else if let place = declared[was.value] {
        diagnostics.error(
          "the \(noun) \"\(was.value)\" is declared in "
            + diagnostics.place(place, seenFrom: was.location)
            + ", so that it can't be what \"\(renaming.key.value)\" was",
          at: was.location,
          hint: "rename one after the other, with an apply in between"
        )
      } else if let place = places.updateValue(was.location, forKey: was.value) {
        diagnostics.error(
          "the \(noun) \"\(was.value)\" becomes another one in "
            + diagnostics.place(place, seenFrom: was.location) + " already",
          at: was.location
        )
      }
    }
    return places
  }

  private mutating func reportAbsent(
    _ object: String,
    at location: FileLocation,
    was place: FileLocation
  ) {
    diagnostics.error(
      "\(object) is to be renamed in \(diagnostics.place(place, seenFrom: location)) and absent",
      at: location,
      hint: "renamed, it is gone"
    )
  }

  private mutating func needRenaming(_ location: FileLocation?, _ noun: String) {
    guard let location else { return }
    needVersion3(
      location,
      "v2.0 cannot rename a \(noun), v3 can",
      hint: "leave was out where v2.0 is spoken"
    )
  }
}
