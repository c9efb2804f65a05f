/// What served signed tokens: 500 on a Keystone that signs none.
enum CertificateRoutes {
  static let all = [
    route(["certificates", "ca"], "ca_cert"), route(["certificates", "signing"], "signing_cert"),
  ]

  private static func route(_ path: [Route.Segment], _ action: String) -> Route {
    Route("GET", path, on: [.admin, .public], action: action) { _, _ throws(Refusal) in
      throw .unexpected
    }
  }
}
