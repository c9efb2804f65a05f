import SeedFormat

extension CloudEntry {
  /// The entries of a `clouds.yaml` by name.
  ///
  /// - Throws: ``UnreadableClouds`` where it is none.
  static func entries(of bytes: [UInt8], path: String) throws(UnreadableClouds)
    -> [String: CloudEntry]
  {
    do throws(SeedFormat.CloudsFile.Unreadable) {
      return try SeedFormat.CloudsFile.decode(bytes, file: path).mapValues { CloudEntry($0) }
    } catch {
      throw UnreadableClouds(lines: error.diagnostics.map(\.description))
    }
  }

  private init(_ entry: SeedFormat.CloudEntry) {
    self.init(
      authURL: entry.authURL,
      username: entry.username,
      password: entry.password,
      tenantName: entry.tenantName,
      tenantID: entry.tenantID,
      token: entry.token,
      endpoint: entry.endpoint,
      region: entry.regionName,
      caCertificate: entry.caCertificate,
      certificate: entry.certificate,
      key: entry.key,
      verify: entry.verify
    )
  }
}

/// A `clouds.yaml` that cannot be read.
struct UnreadableClouds: WordedError, Hashable {
  let lines: [String]

  var message: ErrorMessage {
    ErrorMessage(
      "clouds.yaml cannot be read",
      hints: lines.map { TerminalText.harmless($0) }
    )
  }
}
