extension DesiredState {
  /// Whether it says anything of any domain, so that somebody has to look which there are.
  package var namesDomains: Bool {
    !domains.isEmpty || !absent.domains.isEmpty || namesDomainScopes || namesLimitsOfDomains
  }

  /// The domains that are looked into beside the default one, each with what it was called; those that
  /// are to go too, since all that lives in them goes with them.
  package var domainsInSight: [Name: Name?] {
    let names = (domains.map(\.name) + absent.domains).filter { $0 != Domain.defaultName }
    return Dictionary(
      names.map { name in (name.name, former[.domain(name.name)]?.uniqueName?.name) }
    ) { first, _ in first }
  }

  /// The domains that are somebody else's.
  package var existingDomains: Set<Name> {
    Set(
      existing.compactMap { key in
        if case .named(.domain, let name) = key { name.name } else { nil }
      }
    )
  }

  /// What is somebody else's outside of domains that are: the seed is a part of a cloud then.
  package var existingAmongOwn: Set<ResourceKey> {
    let domains = existingDomains
    guard !domains.isEmpty else { return existing }
    return existing.filter { key in
      guard case .named(let kind, let name) = key else { return true }
      return kind != .domain && name.domain.map { !domains.contains($0) } ?? true
    }
  }
}
