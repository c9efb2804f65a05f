import Texts

/// One version of the API that a server says it serves.
public struct APIVersion: Hashable, Sendable {
  /// The version, such as `v2.0` or `v3.8`.
  public var id: String
  /// How it is seen: `stable` up to Mitaka, `deprecated` from Newton on.
  public var status: String?

  /// Makes a version.
  public init(id: String, status: String? = nil) {
    self.id = id
    self.status = status
  }
}

extension APIVersion {
  /// Which version it is, of those that there is a client for; nil for any other.
  public var version: IdentityVersion? { IdentityVersion(id: id) }

  /// Whether it is v3 of before Kilo, whose is v3.4.
  var isEarlyV3: Bool {
    guard version == .v3, let minor = id.split(separator: ".").dropFirst().first else {
      return false
    }
    return UInt(minor).map { $0 < 4 } ?? false
  }

  /// The ID as messages show it.
  package var shownID: String { PrintableText.message(id, limit: 20) }
}

extension APIVersion: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.requiredText("id")
    status = row.text("status")
  }
}
