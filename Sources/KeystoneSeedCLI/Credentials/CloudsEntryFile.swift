import IdentityModel
import KeystoneClient
import Texts

/// The credentials as a `clouds.yaml` of one entry.
///
/// Over v2.0 it names no version of the API, as the rc file names none: the address says which one
/// logs in, and a client that is told 2.0 asks the public API for what only v3 or the admin API would
/// tell it.
struct CloudsEntryFile {
  let credentials: CloudCredentials
  let cloud: String

  /// The whole text.
  var text: String {
    var lines = [
      "# Made by keystone-seed credentials. It holds a password.",
      "clouds:",
      "  \(Self.quoted(cloud)):",
      "    auth:",
      "      auth_url: \(Self.quoted(credentials.authURL.text))",
      "      username: \(Self.quoted(credentials.user.text))",
      "      password: \(Self.quoted(credentials.password.exposed()))",
      "      project_name: \(Self.quoted(credentials.tenant.text))",
    ]
    if let domains = credentials.domains {
      lines.append("      user_domain_name: \(Self.quoted(domains.user))")
      lines.append("      project_domain_name: \(Self.quoted(domains.tenant))")
    }
    if credentials.version == .v3 { lines.append("    identity_api_version: 3") }
    if let region = credentials.region {
      lines.append("    region_name: \(Self.quoted(region.text))")
    }
    if let path = credentials.caCertificate {
      lines.append("    cacert: \(Self.quoted(path))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    PrintableText.quoted(text, in: .cloudsFile)
  }
}
