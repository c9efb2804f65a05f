internal import IdentityModel

/// A seed as it is written, section by section, with variables filled in and the place of whatever
/// a later stage may have to point at.
///
/// Undecodable parts are left out: they were reported already.
struct SeedDocument {
  var regions = Section<RegionEntry>()
  /// The domains; what lives in them stands in the sections below with its domain in its name.
  var domains = Section<DomainEntry>()
  var roles = Section<RoleEntry>()
  var tenants = Section<TenantEntry>()
  var groups = Section<GroupEntry>()
  var users = Section<UserEntry>()
  /// Who has which roles on what, beside what the users and groups say.
  var assignments: [AssignmentEntry] = []
  var services = Section<ServiceEntry>()
  var absent = AbsentEntries()

  /// A section's entries in the order of the file.
  struct Section<Entry> {
    var entries: [Entry] = []
    /// Whether every name could be read; if not, no name can be called undeclared.
    var isComplete = true
  }

  /// The regions in which endpoints stand that name none: not one that is described, or somebody else's,
  /// and has no base URL.
  var usualRegions: [RegionEntry] { regions.entries.filter(\.isUsual) }

  /// Whether nothing is declared that a run could act on.
  var isEmpty: Bool {
    domains.entries.isEmpty && regions.entries.allSatisfy { !$0.isDescribed }
      && roles.entries.isEmpty && tenants.entries.isEmpty && groups.entries.isEmpty
      && users.entries.isEmpty && assignments.isEmpty && services.entries.isEmpty && absent.isEmpty
  }
}

struct RegionEntry {
  let name: Located<Name>
  /// Where it is said to be there already, whoever has made it.
  var exists: FileLocation?
  var description: Located<String>?
  /// What it is a part of.
  var parent: Located<Name>?
  var bases = BaseURLs()

  /// Whether it is more than a place for endpoints.
  var isDescribed: Bool { description != nil || parent != nil }

  /// Whether endpoints stand in it that name no region.
  var isUsual: Bool { (exists == nil && !isDescribed) || !bases.declared.isEmpty }
}

struct DomainEntry {
  let name: Located<QualifiedName>
  /// Where it is said to be there already, whoever has made it.
  var exists: FileLocation?
  /// What it was called.
  var was: Located<QualifiedName>?
  var description: Located<String>?
  var enabled: Located<Bool>?
  var options: DeclaredOptions?
  /// What it has of its own, one for each file that declares any.
  var limits: [OwnLimitsEntry] = []
}

struct RoleEntry {
  let name: Located<QualifiedName>
  var description: Located<String>?
  /// The roles that come with it; nil where the seed says nothing of that, which is not the same as none.
  var implies: Located<[Located<RoleReference>]>?
  var options: DeclaredOptions?
  /// Where it is said to be there already, whoever has made it.
  var exists: FileLocation?
  /// What it was called.
  var was: Located<QualifiedName>?
}

struct TenantEntry {
  let name: Located<QualifiedName>
  /// Where it is said to be there already, whoever has made it.
  var exists: FileLocation?
  /// What it was called.
  var was: Located<QualifiedName>?
  var description: Located<String>?
  /// The one of its domain that it is to be made below.
  var parent: Located<Name>?
  var enabled: Located<Bool>?
  /// All that it is to have.
  var tags: Located<[Located<Name>]>?
  var options: DeclaredOptions?
  /// What it has of its own, one for each file that declares any.
  var limits: [OwnLimitsEntry] = []
}

struct GroupEntry {
  let name: Located<QualifiedName>
  /// Where it is said to be there already, whoever has made it.
  var exists: FileLocation?
  /// What it was called.
  var was: Located<QualifiedName>?
  var description: Located<String>?
  /// Who is in it; nil where the seed says nothing of it, which is not the same as nobody.
  var members: [Located<QualifiedName>]?
  var roles = DeclaredRoles()
}

struct UserEntry {
  let name: Located<QualifiedName>
  /// Where it is said to be there already, whoever has made it.
  @Rare var exists: FileLocation?
  /// What it was called.
  @Rare var was: Located<QualifiedName>?
  @Rare var description: Located<String>?
  var email: Located<String>?
  var password: Located<DeclaredPassword>?
  var tenant: Located<QualifiedName>?
  @Rare var enabled: Located<Bool>?
  @Rare var options: DeclaredOptions?
  var roles = DeclaredRoles()
  /// The groups that the user is in, and perhaps in others.
  var groups: [Located<QualifiedName>] = []
}

struct ServiceEntry {
  /// What the seed calls it, and its name unless `name` says otherwise.
  let label: Located<Name>
  /// Where what it declares begins.
  let location: FileLocation
  /// Where it is said to be there already, whoever has made it.
  var exists: FileLocation?
  /// What it was.
  var was: Located<ServiceKey>?
  /// Whether it has a type, readable or not.
  var declaresType = false
  var type: Located<Name>?
  /// Its name where that is not the label.
  var otherName: Located<Name>?
  var description: Located<String>?
  /// Whether the catalog shows it, where that is said.
  var enabled: Located<Bool>?
  /// One for each file that declares any.
  var endpoints: [EndpointsEntry] = []
  /// What is registered for all, one for each file that declares any.
  var limits: [LimitsEntry] = []

  var name: Located<Name> { otherName ?? label }
}
