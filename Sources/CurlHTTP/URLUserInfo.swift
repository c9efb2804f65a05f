/// The user name and password that a URL may have in front of its host.
enum URLUserInfo {
  /// A text about a URL, without the user name and password that it may have.
  ///
  /// Everything goes from the beginning of the URL, or else of the quoted or whole text, up to the
  /// last `@`: rather a word too many than a part of a password that has an odd character in it.
  static func removed(from text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    var start = text.startIndex
    if let scheme = text.firstRange(of: "://"), scheme.upperBound <= at {
      start = scheme.upperBound
    } else if let quote = text.firstIndex(of: "'"), quote < at {
      start = text.index(after: quote)
    }
    return String(text[..<start] + text[text.index(after: at)...])
  }
}
