/// A name together with the domain in which it is unique.
///
/// Keystone keeps the names of projects, users and groups unique within a domain, and those of roles
/// within a domain or, for the global ones, outside of all (`keystone.assignment.role_backends.sql`).
/// What belongs to the default domain, to none, or to an API that knows no domains has none here.
package struct QualifiedName: Hashable, Sendable {
  /// The name, as it is sent to Keystone.
  package var name: Name
  private var place: Place?

  /// What a name of a domain has beside those of none, which most are: kept apart, since the tables of a
  /// large cloud have room for a name many times.
  private final class Place: Sendable {
    let domain: Name

    init(_ domain: Name) { self.domain = domain }
  }

  /// The name of the domain; nil for the default one, and for a role that belongs to none.
  package var domain: Name? {
    get { place?.domain }
    set { place = newValue.map { Place($0) } }
  }

  package init(_ name: Name, of domain: Name? = nil) {
    self.name = name
    place = domain.map { Place($0) }
  }

  package init(_ text: String) {
    self.init(Name(text))
  }

  /// The name alone as a text, for sending it.
  package var text: String { name.text }

  package static func == (left: QualifiedName, right: QualifiedName) -> Bool {
    left.name == right.name && (left.place === right.place || left.domain == right.domain)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    // Most names are of no domain, and need not be told from those of one to be spread.
    if let domain { hasher.combine(domain) }
  }
}

extension QualifiedName: Comparable {
  /// Names of no domain come first, then domain by domain.
  package static func < (left: QualifiedName, right: QualifiedName) -> Bool {
    switch (left.domain, right.domain) {
    case (nil, nil): left.name < right.name
    case (nil, _?): true
    case (_?, nil): false
    case (let leftDomain?, let rightDomain?):
      leftDomain == rightDomain ? left.name < right.name : leftDomain < rightDomain
    }
  }
}

extension QualifiedName: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, domain
  }

  /// A plain text is a name of no domain.
  package init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Name.self, forKey: .name),
      of: try container.decode(Name.self, forKey: .domain)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    guard let domain else { return try name.encode(to: encoder) }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(domain, forKey: .domain)
  }
}

extension QualifiedName: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension QualifiedName: ComparedName {
  package var quoted: String {
    domain.map { "\(name.quoted) of domain \($0.quoted)" } ?? name.quoted
  }
}

extension QualifiedName: CustomStringConvertible {
  /// The name as a plan shows it, with its domain where it has one.
  package var description: String { domain.map { "\(name) of domain \($0)" } ?? name.text }
}

extension QualifiedName {
  /// The name with all taken away that a database may not look at; see ``Name/folded``.
  package var folded: QualifiedName { QualifiedName(name.folded, of: domain) }

  /// Whether a database may take the two for one, which they are not.
  package func isTwin(of other: QualifiedName) -> Bool {
    domain == other.domain && name.isTwin(of: other.name)
  }
}
