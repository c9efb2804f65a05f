import IdentityModel
import KeystoneClient

extension LoginPlace {
  /// The place that a request means where there is no seed: the cloud that the shell is set up for.
  ///
  /// The tenant is not taken from there: the shell's is another user's.
  init(
    _ request: CredentialsRequest,
    environment: Environment
  ) throws(CredentialsError) {
    guard let user = request.user else { throw .noUser }
    let url = request.authURL ?? environment["OS_AUTH_URL"]
    guard let url, let tenant = request.tenant else {
      let missing = [
        url == nil ? "--os-auth-url" : nil, request.tenant == nil ? "--tenant" : nil,
      ]
      throw .incomplete(user: user, missing: missing.compactMap(\.self))
    }
    let own = environment["OS_IDENTITY_API_VERSION"].flatMap { IdentityVersion(spelled: $0) }
    let place = try Self.checked(url, version: request.version, else: own)
    self.init(
      user: user,
      tenant: tenant,
      authURL: place.url,
      region: request.region ?? environment["OS_REGION_NAME"].map { Name($0) },
      isVersionGuessed: place.isGuessed
    )
  }
}
