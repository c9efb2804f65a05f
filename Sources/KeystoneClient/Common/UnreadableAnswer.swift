/// What came where one of Keystone's documents should have come.
public enum UnreadableAnswer: Hashable, Sendable {
  /// An HTML page, as proxies send.
  case html
  /// An XML document, as other services and gateways send.
  case xml
  /// Nothing.
  case emptyBody
  /// The beginning of a JSON document.
  case truncatedJSON
  /// Something that is not JSON, from that byte on.
  case notJSON(detail: String, offset: Int)
  /// A JSON document that is not what the API describes, such as `users is a number, not a list`.
  case unexpectedShape(detail: String)
  /// A part of a list, of which the rest cannot be had: Keystone says that it cut it off.
  case incompleteList
  /// A status that the API does not have.
  case unexpectedStatus
}

extension UnreadableAnswer {
  init(_ fault: JSONFault) {
    switch fault {
    case .truncated: self = .truncatedJSON
    case .invalid(let detail, let offset): self = .notJSON(detail: detail, offset: offset)
    }
  }
}
