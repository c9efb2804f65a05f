/// The address below which Identity v2.0 is served, made from whatever an operator writes.
///
/// People set `http://h:5000`, `http://h:5000/v2.0/` and, since the same file serves newer tools,
/// `http://h:5000/v3`: the version is appended, kept or put in the other's place.
struct IdentityBase: Hashable {
  /// The address without the version.
  let root: String

  init(_ address: String) {
    var root = address[...]
    func dropSlashes() { while root.last == "/" { root.removeLast() } }
    dropSlashes()
    for version in ["/v2.0", "/v3"] where root.hasSuffix(version) {
      root.removeLast(version.count)
      dropSlashes()
      break
    }
    self.root = String(root)
  }

  /// The address of v2.0, without a slash at its end.
  var text: String { root + "/v2.0" }
}
