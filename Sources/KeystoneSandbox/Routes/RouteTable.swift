/// Every route below `/v2.0`, and the few beside it.
enum RouteTable {
  /// The routes of Identity v2.0.
  static let v2: [Route] =
    TokenRoutes.all + TenantRoutes.all + UserRoutes.all + GrantRoutes.all + RoleRefRoutes.all
    + RoleRoutes.all + ServiceRoutes.all + EndpointRoutes.all + OwnPasswordRoutes.all
    + ExtensionRoutes.all + EC2Routes.all + CertificateRoutes.all

  /// The routes of Identity v3, which grew with the releases.
  static func v3(_ release: SandboxRelease) -> [Route] {
    switch release {
    case .pike: common
    case .zed: zed
    case .current: current
    }
  }

  private static let zed = common + sinceQueens
  private static let current = zed + V3TokenRoutes.ofUsers

  private static let common: [Route] =
    V3TokenRoutes.all + V3DomainRoutes.all + V3ProjectRoutes.all + V3UserRoutes.all
    + V3GroupRoutes.all + V3RoleRoutes.all + V3GrantRoutes.all + V3AssignmentRoutes.all
    + V3RegionRoutes.all + V3ServiceRoutes.all + V3EndpointRoutes.all

  private static let sinceQueens: [Route] =
    V3TokenRoutes.withSystem + V3TagRoutes.all + V3GrantRoutes.onSystem
    + V3ApplicationCredentialRoutes.all + V3AccessRuleRoutes.all + V3RegisteredLimitRoutes.all
    + V3LimitRoutes.all + V3PolicyRoutes.all + V3CredentialRoutes.all + V3EndpointGroupRoutes.all
    + V3EndpointFilterRoutes.all

  /// The route of a method and a path, with what stands in the path for ids.
  ///
  /// An app that comes first wins where both have a route, which matters when one port serves both.
  static func find(
    _ method: String,
    _ segments: [String],
    in routes: [Route],
    of apps: [SandboxApp]
  ) -> (route: Route, app: SandboxApp, arguments: [Route.Argument: String])? {
    for app in apps {
      for route in routes where route.method == method && route.apps.contains(app) {
        if let arguments = route.match(segments) {
          return (route, app, arguments)
        }
      }
    }
    return nil
  }

  /// The route that answers HEAD as it would GET, where none answers HEAD by itself.
  static func findForHead(
    _ method: String,
    _ segments: [String],
    in routes: [Route],
    of apps: [SandboxApp]
  ) -> (route: Route, app: SandboxApp, arguments: [Route.Argument: String])? {
    method == "HEAD" ? find("GET", segments, in: routes, of: apps) : nil
  }

  /// The methods that a path can be asked by.
  static func methods(of segments: [String], in routes: [Route]) -> [String] {
    let methods = Set(routes.filter { $0.match(segments) != nil }.map(\.method))
    return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
  }
}
