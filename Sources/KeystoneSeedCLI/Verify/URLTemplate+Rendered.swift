import IdentityModel

extension URLTemplate {
  /// What Keystone makes of the template for a user in a tenant (`keystone.common.utils.format_url`).
  ///
  /// - Parameters:
  ///   - tenantID: The tenant that the user is logged in to.
  ///   - userID: The user.
  /// - Returns: The URL; nil where it takes a setting of the server's, or is no template at all.
  func rendered(tenantID: String, userID: String) -> String? {
    let values = ["tenant_id": tenantID, "project_id": tenantID, "user_id": userID]
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
