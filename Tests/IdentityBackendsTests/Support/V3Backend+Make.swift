import KeystoneClient
import Texts

@testable import IdentityBackends

extension V3Backend {
  /// A backend for the default domain, with a token that somebody gave it.
  static func make(_ transport: ScriptedTransport) -> V3Backend {
    let client = V3Client(
      endpoint: "http://keystone/v3",
      authentication: .token(Secret("GIVEN")),
      transport: transport
    )
    return V3Backend(client: client, domainID: "default")
  }
}
