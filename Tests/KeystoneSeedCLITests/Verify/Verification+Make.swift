import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Reconciliation

@testable import KeystoneSeedCLI

extension Verification {
  /// One that found nothing wrong.
  static func make(
    plan: Plan = Plan(changes: []),
    logins: [LoginCheck] = [],
    sharedEntries: [SharedEntry] = [],
    exposures: [Exposure] = [],
    probes: [ProbeResult]? = nil
  ) -> Verification {
    Verification(
      address: "http://h:35357/v2.0",
      backend: "v2.0",
      plan: plan,
      logins: logins,
      sharedEntries: sharedEntries,
      exposures: exposures,
      probes: probes
    )
  }
}

extension LoginCheck {
  static func make(
    _ outcome: Outcome,
    user: QualifiedName = "nova",
    in tenant: QualifiedName? = "service"
  ) -> LoginCheck {
    let scope = tenant.map { LoginScope.tenant($0, id: "t-\($0)") }
    return LoginCheck(user: user, userID: "u-\(user)", scope: scope, outcome: outcome)
  }

  /// A login that shows one endpoint of glance's.
  static func makeAccepted(_ user: QualifiedName = "nova", gaps: [CatalogGap] = []) -> LoginCheck {
    let endpoint = CatalogEndpoint(
      region: "R\u{1B}",
      publicURL: "http://me:secret@a:9292",
      internalURL: "http://b:9292",
      adminURL: "http://b:9292"
    )
    let entry = CatalogEntry(type: "image", name: "glance", endpoints: [endpoint])
    return make(.accepted(EffectiveCatalog([entry]), gaps: gaps), user: user)
  }

  static let failure = BackendFailure(KeystoneError(.transport(TransportError(.timedOut))))
}

extension CatalogGap {
  static let glance = CatalogGap(
    endpoint: EndpointKey(service: ServiceKey(type: "image", name: "glance"), region: "R"),
    interfaces: [.public, .admin]
  )
  static let otherURL = CatalogGap(
    endpoint: EndpointKey(service: ServiceKey(type: "image", name: "glance"), region: "R"),
    interfaces: [],
    others: [OtherURL(interface: .internal, seen: "http://other", declared: "http://i")]
  )
}
