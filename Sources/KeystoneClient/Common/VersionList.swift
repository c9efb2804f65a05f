/// The list of versions within its two wrappers.
struct VersionList: JSONRecord {
  /// The versions.
  let versions: [APIVersion]
  /// Where Keystone says that each is, by its ID; the server is whatever it takes itself for.
  let links: [String: String]

  init(_ document: JSONRow) throws(ShapeFault) {
    var versions: [APIVersion] = []
    var links: [String: String] = [:]
    for row in try document.row("versions").rows("values") {
      let version = try APIVersion(row)
      versions.append(version)
      for link in try row.optionalRows("links") where link.text("rel") == "self" {
        links[version.id] = link.text("href")
      }
    }
    self.versions = versions
    self.links = links
  }
}

/// The list of versions as other services have it, with one wrapper.
struct OtherVersionList: JSONRecord {
  /// The versions.
  let versions: [APIVersion]

  init(_ document: JSONRow) throws(ShapeFault) {
    versions = try document.rows("versions").map { row throws(ShapeFault) in try APIVersion(row) }
  }
}
