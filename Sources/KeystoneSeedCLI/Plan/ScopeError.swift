import IdentityModel
import Reconciliation
import Texts

/// What is to be looked at alone is none of the seed's, so that nothing would be.
struct ScopeError: WordedError, Hashable {
  /// What is named: a kind of object, or a region.
  enum Noun: Hashable {
    case kind(ResourceKind)
    case region
  }

  let noun: Noun
  let name: Name
  /// What may be meant.
  let nearest: String?
  /// Where the name is missing: in the seed, or in the cloud.
  var place = "the seed"

  var exitStatus: ExitStatus { .usage }

  var message: ErrorMessage {
    let words =
      switch noun {
      case .region: "region"
      case .kind(.assignment): "user with roles"
      case .kind(.endpoint): "service with endpoints"
      case .kind(.registeredLimit): "service with limits"
      case .kind(.limit): "project or domain with limits"
      case .kind(let kind): kind.rawValue
      }
    return ErrorMessage(
      "\(place) has no \(words) \(TerminalText.harmless(name.shown))",
      hints: nearest.map { ["Did you mean \(TerminalText.harmless($0))?"] } ?? []
    )
  }

  /// Refuses a scope that names what the seed does not say anything of.
  ///
  /// - Parameters:
  ///   - scope: What is to be looked at alone.
  ///   - desired: What the seed says.
  /// - Throws: ``ScopeError`` about the first such name.
  static func check(_ scope: PlanScope, of desired: DesiredState) throws(ScopeError) {
    if let regions = scope.regions {
      try check(regions, among: desired.namedRegions, as: .region)
    }
    for (kind, names) in scope.names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try check(names, among: desired.names(of: kind), as: .kind(kind))
    }
  }

  /// Refuses regions in which nothing is.
  ///
  /// - Parameters:
  ///   - regions: Those that are to be looked at alone.
  ///   - live: What the cloud holds.
  /// - Throws: ``ScopeError`` about the first such region.
  static func check(_ regions: Set<Name>, in live: LiveState) throws(ScopeError) {
    let known = Set(live.endpoints.compactMap(\.region) + live.regions.map(\.value.name.name))
    do throws(ScopeError) {
      try check(regions, among: known, as: .region)
    } catch {
      var error = error
      error.place = "the catalog"
      throw error
    }
  }

  private static func check(
    _ names: Set<Name>,
    among known: Set<Name>,
    as noun: Noun
  ) throws(ScopeError) {
    guard let name = names.subtracting(known).min() else { return }
    let nearest = Spelling.nearest(to: name.text, among: known.map(\.text).sorted())
    throw ScopeError(noun: noun, name: name, nearest: nearest)
  }
}

extension DesiredState {
  /// Every region that is said anything of.
  fileprivate var namedRegions: Set<Name> {
    regionNames.union(endpoints.map(\.region)).union(absent.endpoints.map(\.region))
      .union(absent.regions)
  }

  /// What `--only` may call the objects of that kind.
  fileprivate func names(of kind: ResourceKind) -> Set<Name> {
    let keys: [ResourceKey] =
      switch kind {
      case .domain: domains.map(\.resourceKey) + absent.domains.map { .named(.domain, $0) }
      case .region: regions.map(\.resourceKey) + absent.regions.map { .region($0) }
      case .role: roles.map(\.resourceKey) + absent.roles.map { .role($0) }
      case .tenant: tenants.map(\.resourceKey) + absent.tenants.map { .tenant($0) }
      case .group: groups.map(\.resourceKey) + absent.groups.map { .group($0) }
      case .user: users.map(\.resourceKey) + absent.users.map { .user($0) }
      case .implication:
        (implications + absent.implications).map(\.resourceKey)
          + rolesWithDeclaredImplications.map { .role($0) }
      case .membership:
        (memberships + absent.memberships).map(\.resourceKey)
          + groupsWithDeclaredMembers.map { .group($0) }
      case .assignment:
        (assignments + absent.assignments).map(\.resourceKey)
          + usersWithDeclaredRoles.map { .user($0) } + groupsWithDeclaredRoles.map { .group($0) }
          + holdersWithDomainRoles.union(holdersWithSystemRoles).map(\.key)
      case .service: services.map(\.resourceKey) + absent.services.map { .service($0.key) }
      case .endpoint:
        endpoints.map(\.resourceKey) + absent.endpoints.map { .service($0.service.key) }
      case .registeredLimit:
        servicesWithDeclaredLimits.map { .service($0) }
          + absent.limits.filter { $0.holder == nil }.map { .service($0.service.key) }
      case .limit:
        holdersWithDeclaredLimits.map(\.key) + absent.limits.compactMap { $0.holder?.key }
      }
    return Set(keys.flatMap(PlanScope.names))
  }
}

extension ServicePattern {
  /// The key of a service that it means; of any type where it names none.
  fileprivate var key: ServiceKey { ServiceKey(type: type ?? "", name: name) }
}
