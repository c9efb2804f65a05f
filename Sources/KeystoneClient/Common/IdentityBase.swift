/// The address below which one version of the API is served, made from whatever an operator writes.
///
/// People set `http://h:5000`, `http://h:5000/v2.0/` and, since the same file serves newer tools,
/// `http://h:5000/v3`: the version is appended, kept or put in the other's place.
struct IdentityBase: Hashable {
  /// The address without the version.
  let root: String
  /// The version that is spoken below it.
  let version: IdentityVersion

  init(_ address: String, version: IdentityVersion = .v2) {
    root = Self.parts(of: address).root
    self.version = version
  }

  /// The address, without a slash at its end.
  var text: String { "\(root)/\(version.rawValue)" }

  /// An address without its version, and the version that it ends in.
  static func parts(of address: String) -> (root: String, version: IdentityVersion?) {
    let whole = withoutSlashes(address[...])
    for version in IdentityVersion.allCases where whole.hasSuffix("/" + version.rawValue) {
      return (String(withoutSlashes(whole.dropLast(version.rawValue.count))), version)
    }
    return (String(whole), nil)
  }

  private static func withoutSlashes(_ text: Substring) -> Substring {
    var text = text
    while text.last == "/" { text.removeLast() }
    return text
  }
}
