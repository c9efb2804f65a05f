extension KeystoneError: CustomStringConvertible {
  /// One line that says what happened, for logs and for programs without words of their own.
  public var description: String {
    guard let request else { return "\(reason)" }
    return "\(request.method.rawValue) \(request.server)\(request.path): \(reason)"
  }
}

extension KeystoneError.Reason: CustomStringConvertible {
  /// What went wrong, without the request.
  public var description: String {
    switch self {
    case .transport(let error):
      error.detail.isEmpty ? error.kind.rawValue : "\(error.kind.rawValue): \(error.detail)"
    case .refused(let refusal): refusal.description
    case .unreadable(let answer, let status): "the answer (\(status)) \(answer)"
    case .redirected(let target, let status): "the answer (\(status)) redirects to \(target)"
    case .multipleChoices: "the answer (300) is a list of versions: the address lacks one"
    case .notTheAdminAPI: "this is not the admin API of Identity v2.0"
    case .notIdentityV2: "Identity v2.0 is not served here"
    case .otherVersions(let versions, let root):
      "the Keystone at \(root) offers \(versions.joined(separator: ", ")) only"
    case .otherService(let versions):
      "the answer is another service's list of versions, not Keystone's: "
        + (versions.isEmpty ? "it is empty" : versions.joined(separator: ", "))
    case .keystoneElsewhere(let address):
      "nothing of Keystone's is there; Identity "
        + "\(IdentityBase.parts(of: address).version?.rawValue ?? "v2.0") is at \(address)"
    case .unscopedLogin: "a login without a tenant opens no admin route"
    case .noAdminURL(let region, let regions):
      "the catalog has no identity admin URL in region \(region), only in "
        + regions.joined(separator: ", ")
    case .severalAdminURLs(let regions):
      "the catalog has identity admin URLs in several regions: "
        + regions.joined(separator: ", ")
    case .plainAdminURL(let url):
      "the catalog's admin URL \(url) is not https, and the login is"
    case .unusableID(let id): "no object can have the ID \"\(id)\""
    case .nothingToSend: "the update sets nothing"
    }
  }
}

extension Refusal: CustomStringConvertible {
  /// The status with whatever the speaker said.
  public var description: String {
    if !requiredMethods.isEmpty {
      let sets = requiredMethods.map { $0.joined(separator: "+") }
      return "\(status): the login was right as far as it went, and takes "
        + sets.joined(separator: " or ")
    }
    return switch speaker {
    case .keystone, .other:
      [title.isEmpty ? "\(status)" : "\(status) \(title)", message].filter { !$0.isEmpty }
        .joined(separator: ": ")
    case .html: "\(status) with an HTML page"
    case .xml: "\(status) with an XML document"
    case .nobody: "\(status) with an empty body"
    }
  }
}

extension UnreadableAnswer: CustomStringConvertible {
  /// What the answer is, as the end of a sentence that begins with it.
  public var description: String {
    switch self {
    case .html: "is an HTML page"
    case .xml: "is an XML document"
    case .emptyBody: "is empty"
    case .truncatedJSON: "is cut off"
    case .notJSON(let detail, let offset): "is not JSON: \(detail), at byte \(offset)"
    case .unexpectedShape(let detail): "has another shape: \(detail)"
    case .incompleteList:
      "is a part of the list: list_limit in the server's keystone.conf cuts it off"
    case .unexpectedStatus: "has a status that the API does not have"
    }
  }
}
