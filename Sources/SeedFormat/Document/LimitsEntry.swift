internal import IdentityModel

/// What `limits` says of one service, in one of the two forms.
struct LimitsEntry {
  enum Form {
    /// The same in every region in which the seed gives the service endpoints, without one where it gives
    /// none.
    case everywhere([DeclaredLimit])
    /// Region by region.
    case byRegion([(region: Located<Name>, limits: [DeclaredLimit])])
  }

  let location: FileLocation
  let form: Form

  /// What is declared, region by region.
  ///
  /// - Parameter usual: The regions in which those stand that name none.
  /// - Returns: The limits of each region.
  func declarations(usual: [Name]) -> [(region: Name, limits: [DeclaredLimit])] {
    switch form {
    case .everywhere(let limits): usual.map { ($0, limits) }
    case .byRegion(let entries): entries.map { ($0.region.value, $0.limits) }
    }
  }

  /// All that is declared, whatever its region.
  var all: [DeclaredLimit] {
    switch form {
    case .everywhere(let limits): limits
    case .byRegion(let entries): entries.flatMap(\.limits)
    }
  }
}

/// A resource and its number, or that there is to be no such limit.
struct DeclaredLimit {
  let resource: Located<Name>
  /// Nil where the limit is absent.
  let value: Located<Int?>
}

/// What `limits` says at a project or a domain, service by service.
struct OwnLimitsEntry {
  let location: FileLocation
  let services: [(label: Located<Name>, limits: LimitsEntry)]
}
