/// Which part of a list is asked for.
struct V3Page: Hashable {
  /// The most objects of it, as it goes into the query.
  let limit: String
  /// The object before its first one; nil for the first page.
  let marker: String?

  init(limit: String, marker: String? = nil) {
    self.limit = limit
    self.marker = marker
  }

  /// The page that a list's link `next` leads to; nil where there is none.
  ///
  /// Of the link nothing counts but these two: its address is made of whatever `Host` a proxy has
  /// sent, and filters are the caller's.
  init?(after document: JSONRow) throws(ShapeFault) {
    guard let link = try document.optionalRow("links")?.text("next") else { return nil }
    let query = link.drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
    var items: [String: String] = [:]
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      items[String(parts[0])] = Self.decoded(parts[1])
    }
    guard let marker = items["marker"], !marker.isEmpty else {
      throw ShapeFault("\(Answer.place).links.next names no marker")
    }
    guard let limit = items["limit"], !limit.isEmpty else {
      throw ShapeFault("\(Answer.place).links.next names no limit")
    }
    self.init(limit: limit, marker: marker)
  }

  private static func decoded(_ text: Substring) -> String {
    let bytes = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
    return String(decoding: UncoatedText(bytes).without(.percent)?.bytes ?? bytes, as: UTF8.self)
  }

  /// What it adds to a query.
  var query: [(name: String, value: String)] {
    [("limit", limit)] + (marker.map { [("marker", $0)] } ?? [])
  }
}
