import IdentityModel

extension URLTemplate {
  private static let tenantNames = ["tenant_id", "project_id"]

  /// Whether it is a URL for whoever is in a tenant, and for nobody else.
  var takesTenant: Bool {
    rendered(tenantID: nil, userID: "") == nil && rendered(tenantID: "", userID: "") != nil
  }

  /// What Keystone makes of the template for a user in a tenant (`keystone.common.utils.format_url`).
  ///
  /// - Parameters:
  ///   - tenantID: The tenant that the user is logged in to; nil for none.
  ///   - userID: The user.
  /// - Returns: The URL; nil where it takes a tenant and there is none, or a setting of the server's, or is
  ///   no template at all.
  func rendered(tenantID: String?, userID: String) -> String? {
    var values = ["user_id": userID]
    for name in Self.tenantNames { values[name] = tenantID }
    var rest = text.unicodeScalars[...]
    var url = String.UnicodeScalarView()
    while let scalar = rest.first {
      let following = rest.dropFirst().first
      switch (scalar, following) {
      case ("%", "%"):
        url.append("%")
        rest = rest.dropFirst(2)
      case ("%", "("), ("$", "("):
        let parts = rest.dropFirst(2).split(separator: ")", maxSplits: 1)
        guard parts.count == 2, parts[1].first == "s", let value = values[String(parts[0])] else {
          return nil
        }
        url += value.unicodeScalars
        rest = parts[1].dropFirst()
      case ("%", _):
        return nil
      case (_, _):
        url.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(url)
  }
}
