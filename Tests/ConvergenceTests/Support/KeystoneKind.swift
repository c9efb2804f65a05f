import IdentityModel
import Reconciliation

/// The two kinds of Keystone that a converger has to do with.
enum KeystoneKind: String, CaseIterable, Sendable {
  /// It replaces what it cannot update, shows three URLs as one row, and makes a role and regions by
  /// itself, as v2.0 does.
  case replacing
  /// It updates in place, knows each interface, and makes nothing that it is not asked for, as v3 does.
  case updating

  var capabilities: BackendCapabilities {
    switch self {
    case .replacing:
      BackendCapabilities(
        name: "v2.0",
        kinds: Set(ResourceKind.allCases).subtracting([.region, .registeredLimit, .limit]),
        updatesServices: false,
        updatesEndpoints: false,
        groupsEndpoints: true,
        endpointsMakeRegions: true,
        listsGrants: false,
        defaultTenantRole: BackendCapabilities.DefaultTenantRole(
          name: Role.memberName,
          id: "9fe2ff9ee4384b1894a90878d3e92bab"
        )
      )
    case .updating:
      BackendCapabilities(
        name: "v3",
        updatesServices: true,
        updatesEndpoints: true,
        groupsEndpoints: false,
        endpointsMakeRegions: false,
        listsGrants: true,
        defaultTenantRole: nil
      )
    }
  }
}

extension KeystoneKind {
  /// The keys of the rows that endpoints with three URLs make.
  func rows(of endpoints: EndpointKey...) -> Set<EndpointKey> {
    guard self == .updating else { return Set(endpoints) }
    return Set(
      endpoints.flatMap { key in
        EndpointInterface.allCases.map {
          EndpointKey(service: key.service, region: key.region, interface: $0)
        }
      }
    )
  }

  /// The IDs of the rows that endpoints with three URLs and those IDs make.
  func rows(withIDs ids: String...) -> Set<String> {
    guard self == .updating else { return Set(ids) }
    return Set(ids.flatMap { id in EndpointInterface.allCases.map { "\(id)-\($0.rawValue)" } })
  }
}
