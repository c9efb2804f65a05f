import IdentityModel
import Reconciliation

/// Whether the regions have to be listed.
///
/// A region that an endpoint is in is there, so that a cloud in which none is new, and of whose regions
/// the seed says nothing more, costs no request for them.
struct RegionReading {
  /// Whether regions are looked at.
  let isLooked: Bool
  /// The names of those that are declared, and looked at.
  let declared: Set<Name>
  /// Whether they have to be listed, whatever the endpoints tell.
  let isNeeded: Bool

  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - options: What to look at.
  init(_ desired: DesiredState, _ options: ConvergenceOptions) {
    let (kinds, scope) = (options.plan.kinds, options.plan.scope)
    isLooked = kinds.contains(.region)
    let regions = isLooked ? desired.regions.filter { scope.contains($0.resourceKey) } : []
    declared = Set(regions.map(\.name.name))
    let seesEndpoints = kinds.contains { LiveLists.isNeeded(.endpoint, for: $0) }
    let saysMore =
      !desired.absent.regions.isEmpty
      || regions.contains { !$0.fields.isEmpty || desired.existing.contains($0.resourceKey) }
    isNeeded = isLooked && (saysMore || (!seesEndpoints && !declared.isEmpty))
  }
}
