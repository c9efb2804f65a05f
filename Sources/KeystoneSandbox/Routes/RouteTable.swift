/// Every route below `/v2.0`, and the few beside it.
enum RouteTable {
  /// The routes of Identity v2.0.
  static let v2: [Route] =
    TokenRoutes.all + TenantRoutes.all + UserRoutes.all + GrantRoutes.all + RoleRefRoutes.all
    + RoleRoutes.all + ServiceRoutes.all + EndpointRoutes.all + OwnPasswordRoutes.all
    + ExtensionRoutes.all + EC2Routes.all + CertificateRoutes.all

  /// The routes of Identity v3 that tell v2.0 something, or change what it shows.
  static let v3: [Route] =
    V3EndpointRoutes.all + V3ServiceRoutes.all + V3AssignmentRoutes.all + V3GroupRoutes.all
    + V3InheritanceRoutes.all + V3UserRoutes.all

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
}
