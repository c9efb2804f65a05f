internal import IdentityModel

extension SeedValidator {
  /// Reports roles that are said to imply what they cannot.
  mutating func validateImplications() {
    let roles = DeclaredParts(document).roles
    for role in document.roles.entries {
      guard let implied = role.implies else { continue }
      needImplications(at: implied.location)
      for reference in implied.value {
        let name = Located(reference.value.name, at: reference.location)
        requireInDomain(name, in: roles, as: "role")
        refuse(name, impliedBy: role.name.value)
      }
    }
    validateCircles()
  }

  /// Keystone answers 403 to either (`keystone.assignment.core.RoleManager.create_implied_role`).
  private mutating func refuse(_ implied: Located<QualifiedName>, impliedBy role: QualifiedName) {
    if implied.value.name == Self.neverImplied {
      diagnostics.error(
        "no role can imply \(Self.neverImplied)",
        at: implied.location,
        hint: "give it to whoever is to have it"
      )
    }
    guard role.domain == nil, implied.value.domain != nil else { return }
    diagnostics.error(
      "the global role \(role.quoted) can't imply the role \(implied.value.quoted)",
      at: implied.location,
      hint: "a role of that domain can"
    )
  }

  /// `[assignment] prohibited_implied_role`, unless it is told otherwise.
  static let neverImplied: Name = "admin"

  /// Keystone takes a role that implies itself, be it through others, and then all of them are one.
  private mutating func validateCircles() {
    let declared = document.roles.entries.flatMap(\.implications)
    let places = Dictionary(declared.map { ($0.value, $0.location) }) { first, _ in first }
    for circle in ImplicationCircle.all(among: declared.map(\.value)) {
      guard let place = places[circle.last] else { continue }
      let names = circle.roles.map(\.description).joined(separator: " implies ")
      diagnostics.error("a role can't imply itself: \(names)", at: place)
    }
  }

  mutating func validateAbsentImplications() {
    guard !document.absent.implications.isEmpty else { return }
    var declared: [Implication: FileLocation] = [:]
    for implication in document.roles.entries.lazy.flatMap(\.implications) {
      declared[implication.value] = implication.location
    }
    for entry in document.absent.implications {
      needImplications(at: entry.location)
      for role in [entry.value.role, entry.value.implied] {
        requireDomain(of: Located(role.name, at: entry.location))
      }
      guard let place = declared[entry.value.implication] else { continue }
      diagnostics.error(
        "\(entry.value.implication) is declared in "
          + diagnostics.place(place, seenFrom: entry.location) + " and absent",
        at: entry.location
      )
    }
  }

  private mutating func needImplications(at location: FileLocation) {
    needVersion3(
      location,
      "v2.0 has no role that implies another one, v3 has",
      hint: "leave implications out where v2.0 is spoken"
    )
  }
}

extension RoleEntry {
  /// What it implies, each where the other role is named.
  var implications: [Located<Implication>] {
    (implies?.value ?? []).map {
      Located(Implication(name.value, implies: $0.value.name), at: $0.location)
    }
  }
}
