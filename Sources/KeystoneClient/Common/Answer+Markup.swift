extension Answer {
  /// What is marked up with tags, and so no JSON.
  enum Markup: Hashable, Sendable {
    /// A page, for people.
    case html
    /// A document, for programs other than ours.
    case xml
  }

  /// What the body is, be it seen or said; nil where it may be JSON.
  ///
  /// What is seen counts first: a page may begin as XML does, and pages and documents go by each
  /// other's type.
  var markup: Markup? {
    let type = response.header("Content-Type") ?? ""
    let isCalledPage = type.beginsWithLetters(of: "text/html")
    // As nearly every answer begins, and needs no other look.
    if response.body.first == UInt8(ascii: "{") { return isCalledPage ? .html : nil }
    let beginning = String(decoding: response.body.prefix(2000), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard beginning.hasPrefix("<") else { return isCalledPage ? .html : nil }
    let isPage = ["<!doctype html", "<html"].contains { beginning.contains($0) }
    if isPage { return .html }
    if beginning.hasPrefix("<?xml") { return .xml }
    return type.lowercased().split(separator: ";").first?.hasSuffix("xml") == true ? .xml : .html
  }
}
