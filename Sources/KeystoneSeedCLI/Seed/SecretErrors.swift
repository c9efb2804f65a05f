import IdentityModel

/// Every password that could not be read, by the user that it is for.
struct SecretErrors: Error, Hashable, Sendable {
  let errors: [QualifiedName: SecretError]
}
