/// What a real Keystone (Pike) answered, as it was on the wire.
package struct RecordedAnswer: Sendable {
  /// What was asked.
  package let name: String
  package let status: Int
  package let contentType: String
  package let body: String

  package init(
    _ name: String,
    _ status: Int,
    contentType: String = "application/json",
    _ body: String
  ) {
    self.name = name
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// One of each kind; the long lists are cut to three rows.
  package static let all = records + accessAndLists
}
