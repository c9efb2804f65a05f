internal import IdentityModel

/// Reads `clouds.yaml`, the file in which OpenStack's clients keep how to reach which cloud.
///
/// It is other programs' file too: keys that mean nothing here are passed over.
package enum CloudsFile {
  /// The file is no `clouds.yaml` at all.
  package struct Unreadable: Error {
    package let diagnostics: [SeedDiagnostic]
  }

  /// The file's clouds by name.
  package static func decode(
    _ bytes: [UInt8],
    file: String
  ) throws(Unreadable) -> [String: CloudEntry] {
    var diagnostics = DiagnosticCollector(file: file)
    guard let text = SourceText.decode(bytes, into: &diagnostics),
      let document = YAMLComposer.compose(text, into: &diagnostics), let top = document.root
    else {
      if !diagnostics.hasErrors { diagnostics.error("the file is empty", at: .start) }
      throw Unreadable(diagnostics: diagnostics.sorted())
    }
    var reader = NodeReader(
      document: document,
      byteCount: bytes.count,
      diagnostics: diagnostics
    )
    let root = reader.pairs(of: top, as: "clouds.yaml") ?? []
    let sections = root.filter { $0.key.value == "clouds" }
    if sections.isEmpty, !reader.diagnostics.hasErrors {
      reader.diagnostics.error("the file has no key \"clouds\"", at: .start)
    }
    var clouds: [String: CloudEntry] = [:]
    for section in sections {
      for pair in reader.pairs(of: section.value, as: "clouds") ?? [] {
        let shared = reader.diagnostics
        reader.diagnostics = DiagnosticCollector(file: file)
        var entry = cloud(in: pair.value, reader: &reader)
        entry.diagnostics = reader.diagnostics.sorted()
        clouds[pair.key.value] = entry
        reader.diagnostics = shared
      }
    }
    guard !reader.diagnostics.hasErrors else {
      throw Unreadable(diagnostics: reader.diagnostics.sorted())
    }
    return clouds
  }

  private static func cloud(in node: YAMLNode, reader: inout NodeReader) -> CloudEntry {
    var entry = CloudEntry()
    for pair in reader.pairs(of: node, as: "a cloud") ?? [] where !reader.isNull(pair.value) {
      let value = pair.value
      let key = pair.key.value
      switch key {
      case "auth": readAuth(in: value, into: &entry, reader: &reader)
      case "verify": entry.verify = reader.flag(of: value, as: key)
      case "auth_type": entry.authType = text(value, key, &reader).map(CloudEntry.AuthType.init)
      case "identity_api_version":
        entry.apiVersion = text(value, key, &reader).map(CloudEntry.APIVersion.init)
      case "region_name": entry.regionName = text(value, key, &reader)
      case "interface", "endpoint_type": entry.interface = text(value, key, &reader)
      case "cacert": entry.caCertificate = text(value, key, &reader)
      case "cert": entry.certificate = text(value, key, &reader)
      case "key": entry.key = text(value, key, &reader)
      default: break
      }
    }
    return entry
  }

  private static func readAuth(
    in node: YAMLNode,
    into entry: inout CloudEntry,
    reader: inout NodeReader
  ) {
    var oldTenantName: String?
    var oldTenantID: String?
    for pair in reader.pairs(of: node, as: "auth") ?? [] where !reader.isNull(pair.value) {
      let value = pair.value
      let key = pair.key.value
      switch key {
      case "auth_url": entry.authURL = text(value, key, &reader)
      case "username": entry.username = text(value, key, &reader)
      case "password": entry.password = text(value, key, &reader).map(Secret.init)
      case "project_name": entry.tenantName = text(value, key, &reader)
      case "project_id": entry.tenantID = text(value, key, &reader)
      case "tenant_name": oldTenantName = text(value, key, &reader)
      case "tenant_id": oldTenantID = text(value, key, &reader)
      case "token": entry.token = text(value, key, &reader).map(Secret.init)
      case "endpoint", "url": entry.endpoint = text(value, key, &reader)
      default: break
      }
    }
    // The newer word counts where both are there, as in OpenStack's own client.
    entry.tenantName = entry.tenantName ?? oldTenantName
    entry.tenantID = entry.tenantID ?? oldTenantID
  }

  private static func text(_ node: YAMLNode, _ key: String, _ reader: inout NodeReader) -> String? {
    reader.text(of: node, as: key)?.value
  }
}
