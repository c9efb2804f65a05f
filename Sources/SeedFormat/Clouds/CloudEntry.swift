internal import IdentityModel
internal import Texts

/// One cloud of a `clouds.yaml`, as far as an identity client needs it.
///
/// Entries of several files are merged as openstacksdk merges them: key by key, within `auth` and
/// beside it (`openstack.config.loader`, `_util.merge_clouds`).
package struct CloudEntry: Hashable, Sendable {
  /// A key and where it stands; the two places count differently.
  struct Slot: Hashable {
    let key: CloudKey
    let isInAuth: Bool
  }

  /// A region of `regions`, and what holds there instead of the cloud's own.
  struct Region: Hashable {
    let name: CloudValue
    let values: CloudEntry
  }

  var values: [Slot: CloudValue] = [:]
  /// Nil where the entry has no list of regions.
  var regions: [Region]?

  /// A key that means nothing here and is spelled much like one that does.
  package struct Misspelling: Hashable, Sendable {
    package let word: String
    package let suggestion: String
    /// `FILE:LINE:COLUMN`.
    package let place: String
  }

  /// Where the entry begins, as `FILE:LINE:COLUMN`; nil for one that is made of nothing.
  package var place: String?

  /// Keys that may be meant for others.
  package var misspellings: [Misspelling] = []

  /// What could not be read of this cloud; the others of the file are none the worse for it.
  package var diagnostics: [SeedDiagnostic] = []

  package init() {}

  /// Lets the entry of another file say the last word, key by key.
  package mutating func merge(_ other: CloudEntry) {
    values.merge(other.values) { $1 }
    regions = other.regions ?? regions
    place = place ?? other.place
    misspellings += other.misspellings
    diagnostics += other.diagnostics
  }

  /// The entry on top of the vendor's profile that it names.
  package func over(_ profile: CloudEntry) -> CloudEntry {
    var merged = profile
    // A region of the entry's own is not one of the vendor's list.
    if regions == nil, values[Slot(key: .regionName, isInAuth: false)] != nil {
      merged.regions = nil
    }
    merged.merge(self)
    merged.place = place
    return merged
  }

  /// A region that the entry's list does not have.
  package struct UnknownRegion: Error, Hashable {
    package let region: String
    package let known: [String]
  }

  /// The entry as it is in a region: the one asked for, or the list's first.
  ///
  /// - Throws: ``UnknownRegion`` where there is a list without the one asked for.
  package func inRegion(_ name: String?) throws(UnknownRegion) -> CloudEntry {
    let slot = Slot(key: .regionName, isInAuth: false)
    guard let regions, let first = regions.first else {
      // A list in one text, which openstacksdk still takes, and the first of it.
      guard let value = values[slot], value.text.contains(",") else { return self }
      var entry = self
      let own = value.text.split(separator: ",", omittingEmptySubsequences: false)
      entry.values[slot] = CloudValue(String(own.first ?? ""), place: value.place)
      return entry
    }
    var region = first
    if let name {
      guard let named = regions.first(where: { $0.name.text.hasSameCodePoints(as: name) }) else {
        throw UnknownRegion(region: name, known: regions.map(\.name.text))
      }
      region = named
    }
    var entry = self
    entry.values.merge(region.values.values.filter { !$0.value.text.isEmpty }) { $1 }
    entry.values[slot] = region.name
    entry.misspellings += region.values.misspellings
    return entry
  }
}

extension CloudEntry {
  /// The only word that a vendor's URL leaves open is the region (`magic_fixes` of openstacksdk).
  package var authURL: CloudValue? {
    authFirst(.authURL).map { value in
      guard let region else { return value }
      return CloudValue(
        value.text.replacing("{region_name}", with: region.text),
        place: value.place
      )
    }
  }
  package var username: CloudValue? { authFirst(.username, .userName) }
  package var userID: CloudValue? { authFirst(.userID) }
  package var password: CloudValue? { authFirst(.password) }
  package var endpoint: CloudValue? { authFirst(.endpoint, .url) }
  package var token: CloudValue? { besideFirst(.token, .authToken) }

  /// The newer word counts where both are there, but for `v2password`, as in openstacksdk.
  package var tenantName: CloudValue? {
    hasOldWords ? besideFirst(.tenantName, .projectName) : besideFirst(.projectName, .tenantName)
  }

  package var tenantID: CloudValue? {
    hasOldWords ? besideFirst(.tenantID, .projectID) : besideFirst(.projectID, .tenantID)
  }

  package var authType: CloudValue? { beside(.authType) ?? beside(.authPlugin) }
  package var apiVersion: CloudValue? { beside(.apiVersion) }
  package var region: CloudValue? { beside(.regionName) }
  package var caCertificate: CloudValue? { beside(.caCertificate) }
  package var certificate: CloudValue? { beside(.certificate) }
  package var key: CloudValue? { beside(.key) }
  /// The vendor's profile that the entry stands on; `cloud` is its old name.
  package var profile: CloudValue? { beside(.profile) ?? beside(.cloud) }

  /// Whether any certificate is to be trusted; nil where the entry does not say.
  package var trustsAnyCertificate: Bool? {
    if beside(.insecure)?.text == "true" { return true }
    if let verify = beside(.verify) { return verify.text == "false" }
    return beside(.insecure) == nil ? nil : false
  }

  package var userDomainName: CloudValue? { besideFirst(.userDomainName) }
  package var userDomainID: CloudValue? { besideFirst(.userDomainID) }
  package var projectDomainName: CloudValue? { besideFirst(.projectDomainName) }
  package var projectDomainID: CloudValue? { besideFirst(.projectDomainID) }
  package var domainName: CloudValue? { besideFirst(.domainName) }
  package var domainID: CloudValue? { besideFirst(.domainID) }
  package var defaultDomainName: CloudValue? { authFirst(.defaultDomainName) }
  /// The key without `_id` is that of `openstack --os-default-domain`.
  package var defaultDomainID: CloudValue? {
    authFirst(.defaultDomainID) ?? beside(.defaultDomain)
  }
  package var systemScope: CloudValue? { authFirst(.systemScope) }
  package var applicationCredentialID: CloudValue? { authFirst(.applicationCredentialID) }
  package var applicationCredentialName: CloudValue? { authFirst(.applicationCredentialName) }
  package var applicationCredentialSecret: CloudValue? { authFirst(.applicationCredentialSecret) }

  /// Settings of other logins than those by password, token or application credential.
  package var ofOtherLogins: [(key: CloudKey, value: CloudValue)] {
    [CloudKey.trustID, .passcode].compactMap { key in
      authFirst(key).map { (key: key, value: $0) }
    }
  }

  private var hasOldWords: Bool { authType?.text == "v2password" }

  private func beside(_ key: CloudKey) -> CloudValue? { value(key, isInAuth: false) }

  /// Keys for which `auth` has the word, the first of them first.
  private func authFirst(_ keys: CloudKey...) -> CloudValue? {
    for isInAuth in [true, false] {
      for key in keys {
        if let value = value(key, isInAuth: isInAuth) { return value }
      }
    }
    return nil
  }

  /// Keys for which what stands beside `auth` counts before what stands in it.
  private func besideFirst(_ keys: CloudKey...) -> CloudValue? {
    for key in keys {
      if let value = value(key, isInAuth: false) ?? value(key, isInAuth: true) { return value }
    }
    return nil
  }

  /// A value that is empty says nothing, but hides that of a file below.
  private func value(_ key: CloudKey, isInAuth: Bool) -> CloudValue? {
    values[Slot(key: key, isInAuth: isInAuth)].flatMap { $0.text.isEmpty ? nil : $0 }
  }
}
