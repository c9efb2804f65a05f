import Texts

/// An answer together with the call that it answers, so that all that is wrong with it can be said.
struct Answer {
  let response: HTTPResponse
  private let summary: RequestSummary
  private let secrets: [Secret]
  private let memory: SecretMemory?

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - response: What came.
  ///   - summary: What was asked.
  ///   - secrets: What the request held that no message may repeat.
  ///   - memory: What earlier requests held.
  init(
    _ response: HTTPResponse,
    to summary: RequestSummary,
    secrets: [Secret] = [],
    memory: SecretMemory? = nil
  ) {
    self.response = response
    self.summary = summary
    self.secrets = secrets
    self.memory = memory
  }

  /// Made when something is wrong, since it costs more than a good answer.
  var redactor: Redactor {
    Redactor(secrets: secrets + AnswerSecrets.all(in: response), memory: memory)
  }

  /// Whether the answer is about a token, and may hold one in whatever form.
  var isOfTokens: Bool { summary.path.split(separator: "/").contains("tokens") }

  var status: Int { response.status }

  /// Passes a status that means success.
  ///
  /// Keystone itself has but 200 and 204; the published reference has 201 and 203 as well.
  func checkStatus() throws(KeystoneError) {
    switch status {
    case 200...299: return
    case 300: throw error(.multipleChoices)
    case 400...599: throw error(.refused(refusal()))
    default: throw error(.unreadable(.unexpectedStatus, status: status))
    }
  }

  /// Where a redirect leads, if it may be followed.
  func redirectTarget(from url: String, mayFollow: Bool) throws(KeystoneError) -> String {
    let location = response.header("Location") ?? ""
    guard let here = WebAddress(url), let there = here.resolving(location) else {
      throw error(.redirected(to: "an address that cannot be read", status: status))
    }
    guard there.origin == here.origin else {
      let origin = PrintableText.message(redactor.redact(there.origin), limit: 200)
      throw error(.redirected(to: origin, status: status))
    }
    guard mayFollow, summary.method == .get || summary.method == .head else {
      throw error(.redirected(to: "another path of the same server", status: status))
    }
    return there.text
  }

  /// The body as the JSON object that every document of the API is.
  private func document() throws(KeystoneError) -> JSONRow {
    try checkMayBeDocument()
    let root: JSONNode
    do throws(JSONFault) {
      root = try JSONParser.parse(response.body)
    } catch {
      throw unreadable(UnreadableAnswer(error))
    }
    do throws(ShapeFault) {
      return try JSONRow(root, at: Self.place)
    } catch {
      throw unreadable(.unexpectedShape(detail: error.detail))
    }
  }

  /// What messages call the whole of it.
  static let place = "the document"

  private func checkMayBeDocument() throws(KeystoneError) {
    switch markup {
    case .html: throw unreadable(.html)
    case .xml: throw unreadable(.xml)
    case nil: break
    }
    guard !response.body.isEmpty else { throw unreadable(.emptyBody) }
  }

  /// The whole document as one record.
  func document<Record: JSONRecord>(as type: Record.Type) throws(KeystoneError) -> Record {
    try read { document throws(ShapeFault) in try Record(document) }
  }

  /// The object of that name within the document.
  func record<Record: JSONRecord>(_ name: String) throws(KeystoneError) -> Record {
    try read { document throws(ShapeFault) in try Record(document.row(name)) }
  }

  /// The one object of the list of that name within the document.
  func onlyRecord<Record: JSONRecord>(_ name: String) throws(KeystoneError) -> Record {
    try read { document throws(ShapeFault) in
      let rows = try document.rows(name)
      guard rows.count == 1 else {
        throw ShapeFault("\(Self.place).\(name) has \(rows.count) objects, not one")
      }
      return try Record(rows[0])
    }
  }

  /// The list that an intake was given, or is given here: all of it, or an error.
  func elements<Element: Sendable>(
    of intake: ListIntake<Element>
  ) throws(KeystoneError) -> [Element] {
    let (document, elements) = try page(of: intake)
    guard !document.isTruncated else { throw unreadable(.incompleteList) }
    return elements
  }

  /// The part of a list that an intake was given, or is given here, and the document without it.
  func page<Element: Sendable>(
    of intake: ListIntake<Element>
  ) throws(KeystoneError) -> (document: JSONRow, elements: [Element]) {
    if !intake.hasBegun {
      try checkMayBeDocument()
      response.body.withUnsafeBytes { intake.receive($0) }
    }
    let outcome: ListIntake<Element>.Outcome
    do throws(JSONFault) {
      outcome = try intake.finish()
    } catch {
      throw unreadable(UnreadableAnswer(error))
    }
    do throws(ShapeFault) {
      let document = try JSONRow(outcome.document, at: Self.place)
      _ = try document.rows(intake.name)
      let elements = try outcome.elements.get()
      return (document, elements)
    } catch {
      throw unreadable(.unexpectedShape(detail: error.detail))
    }
  }

  /// Whatever is made of the whole document.
  func read<Result>(
    _ body: (JSONRow) throws(ShapeFault) -> Result
  ) throws(KeystoneError) -> Result {
    let document = try document()
    do throws(ShapeFault) {
      return try body(document)
    } catch {
      throw unreadable(.unexpectedShape(detail: error.detail))
    }
  }

  /// Accepts the nothing that follows a deletion, or a document that nobody needs.
  ///
  /// A page of a proxy that answers 200 to everything is no success.
  func checkIsEmptyOrDocument() throws(KeystoneError) {
    if !response.body.isEmpty { _ = try document() }
  }

  private func error(_ reason: KeystoneError.Reason) -> KeystoneError {
    KeystoneError(reason, of: summary)
  }

  func unreadable(_ answer: UnreadableAnswer) -> KeystoneError {
    error(.unreadable(answer, status: status))
  }
}
