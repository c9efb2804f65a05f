internal import IdentityModel
internal import Texts

/// Makes the documents of a seed's files one, field by field.
///
/// What one says stands, what two say alike stands, and what two say differently is an error that
/// names both places. Lists of what is given are united.
struct SeedJoiner {
  private let documents: [SeedDocument]
  var diagnostics: DiagnosticCollector

  /// Joins documents.
  ///
  /// - Parameters:
  ///   - documents: Those of the seed's files, in their order.
  ///   - diagnostics: Where what they say differently goes.
  /// - Returns: One that says what all of them say.
  static func join(
    _ documents: [SeedDocument],
    into diagnostics: inout DiagnosticCollector
  ) -> SeedDocument {
    if let only = documents.first, documents.count == 1 { return only }
    var joiner = SeedJoiner(documents: documents, diagnostics: diagnostics)
    let joined = joiner.joined()
    diagnostics = joiner.diagnostics
    return joined
  }

  private mutating func joined() -> SeedDocument {
    var joined = SeedDocument()
    joined.regions = section(\.regions, \.name) { $0.join($2, into: &$1) }
    joined.domains = section(\.domains, \.name) { $0.join($2, into: &$1) }
    joined.roles = section(\.roles, \.name) { $0.join($2, into: &$1) }
    joined.tenants = section(\.tenants, \.name) { $0.join($2, into: &$1) }
    joined.groups = section(\.groups, \.name) { $0.join($2, into: &$1) }
    joined.users = section(\.users, \.name) { $0.join($2, into: &$1) }
    joined.services = section(\.services, \.label) { $0.join($2, into: &$1) }
    for document in documents {
      joined.assignments += document.assignments
      joined.absent.add(document.absent)
    }
    return joined
  }

  /// The entries of all files, each name once and where it was first.
  private mutating func section<Entry, Key: Hashable>(
    _ section: KeyPath<SeedDocument, SeedDocument.Section<Entry>>,
    _ name: KeyPath<Entry, Located<Key>>,
    join: (inout SeedJoiner, inout Entry, Entry) -> Void
  ) -> SeedDocument.Section<Entry> {
    var joined = SeedDocument.Section<Entry>()
    var indices: [Key: Int] = [:]
    for part in documents.lazy.map({ $0[keyPath: section] }) {
      joined.isComplete = joined.isComplete && part.isComplete
      for entry in part.entries {
        let name = entry[keyPath: name].value
        if let index = indices[name] {
          join(&self, &joined.entries[index], entry)
        } else {
          indices[name] = joined.entries.count
          joined.entries.append(entry)
        }
      }
    }
    return joined
  }

  /// Takes a field over from another file, where this one lacks it.
  ///
  /// - Parameters:
  ///   - other: What the other file says.
  ///   - field: What this one does.
  ///   - owner: Whose field it is, for messages.
  ///   - noun: What the field is called there.
  ///   - isSame: Whether both say the same.
  private mutating func take<Value>(
    _ other: Located<Value>?,
    as field: inout Located<Value>?,
    of owner: String,
    _ noun: String,
    isSame: (Value, Value) -> Bool
  ) {
    guard let other else { return }
    guard let first = field else {
      field = other
      return
    }
    guard !isSame(first.value, other.value) else { return }
    diagnostics.reportDifference(
      "\(owner) has another \(noun)",
      other.location,
      from: first.location
    )
  }

  private mutating func take(
    _ other: Located<String>?,
    as field: inout Located<String>?,
    of owner: String,
    _ noun: String
  ) {
    take(other, as: &field, of: owner, noun) { $0.hasSameCodePoints(as: $1) }
  }

  private mutating func take<Value: Equatable>(
    _ other: Located<Value>?,
    as field: inout Located<Value>?,
    of owner: String,
    _ noun: String
  ) {
    take(other, as: &field, of: owner, noun) { $0 == $1 }
  }
}

extension SeedJoiner {
  /// Whether something is somebody else's to all files: where one of them declares it, it is the seed's.
  private static func existence(_ first: FileLocation?, _ other: FileLocation?) -> FileLocation? {
    other == nil ? nil : first
  }

  private mutating func join(_ other: DomainEntry, into entry: inout DomainEntry) {
    let owner = "domain \"\(entry.name.value)\""
    entry.exists = Self.existence(entry.exists, other.exists)
    take(other.was, as: &entry.was, of: owner, "former name")
    take(other.description, as: &entry.description, of: owner, "description")
    take(other.enabled, as: &entry.enabled, of: owner, "value of enabled")
    entry.limits += other.limits
    take(other.options, as: &entry.options, of: owner)
  }

  /// Takes over the options that this one does not name.
  private mutating func take(
    _ other: DeclaredOptions?,
    as options: inout DeclaredOptions?,
    of owner: String
  ) {
    guard let other else { return }
    guard var joined = options else {
      options = other
      return
    }
    for option in ResourceOption.allCases {
      take(
        other.values[option],
        as: &joined.values[option],
        of: owner,
        "value of \(option.rawValue)"
      )
    }
    options = joined
  }

  private mutating func join(_ other: RoleEntry, into entry: inout RoleEntry) {
    entry.exists = Self.existence(entry.exists, other.exists)
    let owner = "role \(entry.name.value.quoted)"
    take(other.was, as: &entry.was, of: owner, "former name")
    take(other.description, as: &entry.description, of: owner, "description")
    take(other.options, as: &entry.options, of: owner)
    entry.implies = DeclaredRoles.united(entry.implies, other.implies)
  }

  private mutating func join(_ other: RegionEntry, into entry: inout RegionEntry) {
    let owner = "region \"\(entry.name.value)\""
    entry.exists = Self.existence(entry.exists, other.exists)
    take(other.description, as: &entry.description, of: owner, "description")
    take(other.parent, as: &entry.parent, of: owner, "parent")
    for interface in EndpointInterface.allCases {
      takeAbsence(of: interface, from: other, into: &entry)
      guard let place = other.bases.declared[interface] else { continue }
      if entry.bases.declared[interface] == nil { entry.bases.declared[interface] = place }
      take(
        other.bases.texts[interface],
        as: &entry.bases.texts[interface],
        of: owner,
        "\(interface.rawValue) base URL"
      )
    }
  }

  /// Takes over that an interface is absent, which the other file must not have a base URL for.
  private mutating func takeAbsence(
    of interface: EndpointInterface,
    from other: RegionEntry,
    into entry: inout RegionEntry
  ) {
    let noun = "region \"\(entry.name.value)\" has another \(interface.rawValue) base URL"
    if let first = entry.bases.absent[interface], let place = other.bases.declared[interface] {
      diagnostics.reportDifference(noun, place, from: first)
    }
    guard let place = other.bases.absent[interface] else { return }
    if let first = entry.bases.declared[interface] {
      diagnostics.reportDifference(noun, place, from: first)
    }
    if entry.bases.absent[interface] == nil { entry.bases.absent[interface] = place }
  }

  private mutating func join(_ other: TenantEntry, into entry: inout TenantEntry) {
    let owner = "tenant \(entry.name.value.quoted)"
    entry.exists = Self.existence(entry.exists, other.exists)
    take(other.was, as: &entry.was, of: owner, "former name")
    take(other.description, as: &entry.description, of: owner, "description")
    take(other.parent, as: &entry.parent, of: owner, "parent")
    take(other.enabled, as: &entry.enabled, of: owner, "value of enabled")
    take(other.options, as: &entry.options, of: owner)
    take(other.tags, as: &entry.tags, of: owner, "list of tags") { first, other in
      Set(first.map(\.value)) == Set(other.map(\.value))
    }
    entry.limits += other.limits
  }

  private mutating func join(_ other: GroupEntry, into entry: inout GroupEntry) {
    let owner = "group \(entry.name.value.quoted)"
    entry.exists = Self.existence(entry.exists, other.exists)
    take(other.was, as: &entry.was, of: owner, "former name")
    take(other.description, as: &entry.description, of: owner, "description")
    if let members = other.members { entry.members = Self.united(entry.members ?? [], members) }
    entry.roles.unite(other.roles)
  }

  private mutating func join(_ other: UserEntry, into entry: inout UserEntry) {
    let owner = "user \(entry.name.value.quoted)"
    entry.exists = Self.existence(entry.exists, other.exists)
    take(other.was, as: &entry.was, of: owner, "former name")
    take(other.description, as: &entry.description, of: owner, "description")
    take(other.email, as: &entry.email, of: owner, "email")
    take(other.password, as: &entry.password, of: owner, "password") { first, other in
      first.isSetOnce == other.isSetOnce && SharedSource(first.source) == SharedSource(other.source)
    }
    take(other.tenant, as: &entry.tenant, of: owner, "tenant")
    take(other.enabled, as: &entry.enabled, of: owner, "value of enabled")
    take(other.options, as: &entry.options, of: owner)
    entry.roles.unite(other.roles)
    entry.groups = Self.united(entry.groups, other.groups)
  }

  private static func united(
    _ first: [Located<QualifiedName>],
    _ others: [Located<QualifiedName>]
  ) -> [Located<QualifiedName>] {
    let known = Set(first.map(\.value))
    return first + others.filter { !known.contains($0.value) }
  }

  private mutating func join(_ other: ServiceEntry, into entry: inout ServiceEntry) {
    let owner = "service \"\(entry.label.value)\""
    entry.exists = Self.existence(entry.exists, other.exists)
    take(other.was, as: &entry.was, of: owner, "former name")
    entry.declaresType = entry.declaresType || other.declaresType
    take(other.type, as: &entry.type, of: owner, "type")
    take(other.otherName, as: &entry.otherName, of: owner, "name")
    take(other.description, as: &entry.description, of: owner, "description")
    take(other.enabled, as: &entry.enabled, of: owner, "value of enabled")
    // Whether they say the same shows once each of them is a URL in a region.
    entry.endpoints += other.endpoints
    entry.limits += other.limits
  }
}

extension AbsentEntries {
  /// Adds what another file says must not be there.
  fileprivate mutating func add(_ other: AbsentEntries) {
    domains += other.domains
    roles += other.roles
    tenants += other.tenants
    groups += other.groups
    users += other.users
    implications += other.implications
    memberships += other.memberships
    assignments += other.assignments
    services += other.services
    endpoints += other.endpoints
    limits += other.limits
    regions += other.regions
  }
}
