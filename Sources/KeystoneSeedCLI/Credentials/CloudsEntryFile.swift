import IdentityModel

/// The credentials as a `clouds.yaml` of one entry.
///
/// It names no version of the API, as the rc file names none: the address says which one logs in, and
/// a client that is told 2.0 asks the public API for what only v3 or the admin API would tell it.
struct CloudsEntryFile {
  let credentials: CloudCredentials
  let cloud: String

  /// The whole text.
  var text: String {
    var lines = [
      "# Made by keystone-seed credentials. It holds a password.",
      "clouds:",
      "  \(YAMLText.quoted(cloud)):",
      "    auth:",
      "      auth_url: \(YAMLText.quoted(credentials.authURL.text))",
      "      username: \(YAMLText.quoted(credentials.user.text))",
      "      password: \(YAMLText.quoted(credentials.password.exposed()))",
      "      project_name: \(YAMLText.quoted(credentials.tenant.text))",
    ]
    if let region = credentials.region {
      lines.append("    region_name: \(YAMLText.quoted(region.text))")
    }
    if let path = credentials.caCertificate {
      lines.append("    cacert: \(YAMLText.quoted(path))")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
