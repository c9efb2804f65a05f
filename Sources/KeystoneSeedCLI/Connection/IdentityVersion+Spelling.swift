import KeystoneClient

extension IdentityVersion {
  /// The version that a person means by a word, as `OS_IDENTITY_API_VERSION` has it: `2`, `2.0`, `3`
  /// and, as a server's list of versions says it, `v3.14`.
  ///
  /// - Parameter word: The word; any other is nil.
  init?(spelled word: String) {
    let number = word.lowercased().hasPrefix("v") ? word.dropFirst() : word[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ UInt($0) != nil }) else { return nil }
    switch (parts.first, parts.dropFirst().first) {
    case ("2", nil), ("2", "0"): self = .v2
    case ("3", _): self = .v3
    default: return nil
    }
  }

  /// The version that a segment of an address's path is; `v2` is short for the older one.
  init?(segment: Substring) {
    switch segment.lowercased() {
    case "v2.0", "v2": self = .v2
    case "v3": self = .v3
    default: return nil
    }
  }
}
