import IdentityModel

extension ResourceKey {
  /// An endpoint that many tests are about.
  static let image = ResourceKey.endpoint(
    EndpointKey(service: ServiceKey(type: "image", name: "glance"), region: "regionOne")
  )

  /// A row of the endpoint table that lacks what a declared endpoint has.
  static func endpoint(type: Name, name: Name, region: Name) -> ResourceKey {
    .endpoint(EndpointKey(service: ServiceKey(type: type, name: name), region: region))
  }
}
