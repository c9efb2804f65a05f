import IdentityModel

/// Why there are no credentials to write.
enum CredentialsError: Error, Hashable, Sendable {
  /// One argument that is a user of the usual seed and a file as well.
  case ambiguousArgument(String)
  case unknownUser(QualifiedName, users: [QualifiedName])
  /// None is named, and the seed has no one administrator.
  case noDefaultUser(users: [QualifiedName])
  /// None is named, and there is no seed to choose from.
  case noUser
  /// The tenants in which the user has a role are several, or none.
  case noTenant(user: QualifiedName, candidates: [QualifiedName])
  case severalRegions([Name])
  case unknownRegion(Name, regions: [Name])
  case noIdentityEndpoint
  case severalIdentityEndpoints
  /// None in the region that was asked for, only in these.
  case noIdentityEndpointThere(region: Name, regions: [Name])
  case noURL(EndpointInterface, region: Name)
  /// A URL that no client can log in at; its text where it holds no secret.
  case invalidURL(KeystoneURL.Problem, text: String?)
  /// Without a seed, what only the command line can say.
  case incomplete(user: QualifiedName, missing: [String])
  /// The seed has no source of the password, and there is no terminal to ask on.
  case noPassword(user: QualifiedName)
  /// A text with a U+0000 in it, which neither an environment nor a file of its lines can hold.
  case holdsNUL
  /// A `clouds.yaml` with other entries, which would be lost.
  case otherClouds(path: String, names: [String])
  /// The start-up file and the file that it shall source are the same one.
  case profileIsOutput(path: String)
}
