extension DesiredState {
  /// Whether it says anything of any limit, so that somebody has to look which there are.
  package var namesLimits: Bool {
    !limits.isEmpty || !absent.limits.isEmpty || !servicesWithDeclaredLimits.isEmpty
      || !holdersWithDeclaredLimits.isEmpty
  }

  /// Whether it says anything of a limit that a domain has of its own.
  var namesLimitsOfDomains: Bool {
    func isDomain(_ holder: LimitHolder?) -> Bool {
      if case .domain = holder { true } else { false }
    }
    return limits.contains { isDomain($0.key.holder) }
      || absent.limits.contains { isDomain($0.holder) }
      || holdersWithDeclaredLimits.contains { isDomain($0) }
  }

  /// Whether it says all that there is to be of limits like that one: those registered for a service, or
  /// those that a tenant or a domain has of its own.
  package func declaresAll(like key: LimitKey) -> Bool {
    key.holder.map { holdersWithDeclaredLimits.contains($0) }
      ?? servicesWithDeclaredLimits.contains(key.service)
  }
}
