/// A version of the Identity API that there is a client for.
public enum IdentityVersion: String, CaseIterable, Sendable {
  /// Identity v2.0, which Pike is the last to have.
  case v2 = "v2.0"
  /// Identity v3.
  case v3
}

extension IdentityVersion {
  /// The version that an ID in a list of versions is one of, such as `v3.14`; nil for any other.
  init?(id: String) {
    let isOf = { (version: IdentityVersion) in
      id == version.rawValue || id.hasPrefix(version.rawValue + ".")
    }
    guard let version = Self.allCases.first(where: isOf) else { return nil }
    self = version
  }
}
