import IdentityModel
import KeystoneClient

/// What the command line says about whose credentials are wanted, for which place.
struct CredentialsRequest: Hashable, Sendable {
  var user: QualifiedName?
  var tenant: QualifiedName?
  var region: Name?
  var interface = EndpointInterface.public
  /// Where to log in, whatever the seed's catalog says.
  var authURL: String?
  /// Over which version of the API, whatever the address ends in.
  var version: IdentityVersion?
}
