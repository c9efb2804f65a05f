import Convergence

/// A Keystone that can be planned for, whichever version of its API is spoken.
struct BackendConnection {
  let backend: any IdentityBackend
  /// The address of the API, as plans show it.
  let address: String
  /// Whether nothing that a person gave names the version: it is what the server offers.
  let isVersionOffered: Bool
  /// What is done about failures that pass.
  let retrier: Retrier
}
