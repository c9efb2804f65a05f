internal import IdentityModel

extension SeedValidator {
  /// Reports former names that cannot be taken for what they say.
  mutating func validateRenames() {
    let absent = document.absent
    validate(
      document.domains.entries.map { Renaming($0.name, $0.was) },
      absent: absent.domains,
      as: "domain"
    )
    validate(
      document.roles.entries.map { Renaming($0.name, $0.was) },
      absent: absent.roles,
      as: "role"
    )
    validate(
      document.tenants.entries.map { Renaming($0.name, $0.was) },
      absent: absent.tenants,
      as: "tenant"
    )
    validate(
      document.groups.entries.map { Renaming($0.name, $0.was) },
      absent: absent.groups,
      as: "group"
    )
    validate(
      document.users.entries.map { Renaming($0.name, $0.was) },
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
    let was: Located<Key>?

    init(_ key: Located<Key>, _ was: Located<Key>?) {
      self.key = key
      self.was = was
    }
  }

  private mutating func validate(
    _ entries: [Renaming<QualifiedName>],
    absent: [Located<QualifiedName>],
    as noun: String
  ) {
    let places = validate(entries, as: noun)
    for name in absent {
      guard let place = places[name.value] else { continue }
      reportAbsent("the \(noun) \"\(name.value)\"", at: name.location, was: place)
    }
  }

  private mutating func validateServices(absent: [Located<ServicePattern>]) {
    let entries = document.services.entries.compactMap { service in
      service.key.map { Renaming(Located($0, at: service.label.location), service.was) }
    }
    let places = validate(entries, as: "service")
    for pattern in absent {
      for (key, place) in places where pattern.value.matches(key) {
        reportAbsent("service \(key)", at: pattern.location, was: place)
      }
    }
  }

  /// Reports those that cannot be; returns where each former name is said.
  private mutating func validate<Key>(
    _ entries: [Renaming<Key>],
    as noun: String
  ) -> [Key: FileLocation] {
    guard entries.contains(where: { $0.was != nil }) else { return [:] }
    let declared = Dictionary(entries.map { ($0.key.value, $0.key.location) }) { first, _ in first }
    var places: [Key: FileLocation] = [:]
    for entry in entries {
      guard let was = entry.was else { continue }
      if was.value == entry.key.value {
        diagnostics.error(
          "the \(noun) \"\(was.value)\" can't be what it was",
          at: was.location,
          hint: "leave was out, or write the old name"
        )
      } else if let place = declared[was.value] {
        diagnostics.error(
          "the \(noun) \"\(was.value)\" is declared in "
            + diagnostics.place(place, seenFrom: was.location)
            + ", so that it can't be what \"\(entry.key.value)\" was",
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
