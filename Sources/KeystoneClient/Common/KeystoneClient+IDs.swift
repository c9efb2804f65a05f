import Texts

extension KeystoneClient {
  /// Longer than any ID of Keystone's, whose columns hold 64 characters, and any of a directory's.
  private static let greatestIDLength = 255

  /// What is wrong with an ID that a list shows: nil for one that a request can name.
  ///
  /// An ID out of LDAP may be any text. One with a slash, or that is a dot or two, would make
  /// another path of a request's, so that Keystone cannot be asked about that object at all.
  public static func problem(withID id: String) -> KeystoneError? {
    guard id.utf8.count <= greatestIDLength else {
      return KeystoneError(.unusableID(PrintableText.message(id, limit: 80)))
    }
    return PathSegment.problem(with: id)
  }
}
