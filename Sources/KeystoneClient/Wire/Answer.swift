/// An answer together with the call that it answers, so that all that is wrong with it can be said.
struct Answer {
  let response: HTTPResponse
  private let summary: RequestSummary
  private let secrets: [Sensitive]
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
    secrets: [Sensitive] = [],
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
      let origin = Redactor.printable(redactor.redact(there.origin), limit: 200)
      throw error(.redirected(to: origin, status: status))
    }
    guard mayFollow, summary.method == .get || summary.method == .head else {
      throw error(.redirected(to: "another path of the same server", status: status))
    }
    return there.text
  }

  /// The body as the JSON object that every document of the API is.
  private func document() throws(KeystoneError) -> JSONRow {
    try document { bytes throws(JSONFault) in try JSONParser.parse(bytes) }
  }

  private func document(
    _ parse: ([UInt8]) throws(JSONFault) -> JSONValue
  ) throws(KeystoneError) -> JSONRow {
    switch markup {
    case .html: throw unreadable(.html)
    case .xml: throw unreadable(.xml)
    case nil: break
    }
    guard !response.body.isEmpty else { throw unreadable(.emptyBody) }
    let value: JSONValue
    do throws(JSONFault) {
      value = try parse(response.body)
    } catch {
      throw unreadable(UnreadableAnswer(error))
    }
    do throws(ShapeFault) {
      return try JSONRow(value, at: Self.place)
    } catch {
      throw unreadable(.unexpectedShape(detail: error.detail))
    }
  }

  private static let place = "the document"

  /// The whole document as one record.
  func document<Record: JSONRecord>(as type: Record.Type) throws(KeystoneError) -> Record {
    try read { document throws(ShapeFault) in try Record(document) }
  }

  /// The object of that name within the document.
  func record<Record: JSONRecord>(_ name: String) throws(KeystoneError) -> Record {
    try read { document throws(ShapeFault) in try Record(document.row(name)) }
  }

  /// The objects of the list of that name within the document: all of them, or an error.
  ///
  /// Each object becomes a record as soon as it is read, so that a long list is in memory once.
  func records<Record: JSONRecord>(_ name: String) throws(KeystoneError) -> [Record] {
    let place = "\(Self.place).\(name)"
    var records: [Record] = []
    var fault: ShapeFault?
    let list = JSONParser.ListReceiver(name: name) {
      records = []
      fault = nil
    } take: { element in
      guard fault == nil else { return }
      do throws(ShapeFault) {
        records.append(try Record(try JSONRow(element, in: place, at: records.count)))
      } catch {
        fault = error
      }
    }
    let document = try document { bytes throws(JSONFault) in
      try JSONParser.parse(bytes, list: list)
    }
    do throws(ShapeFault) {
      _ = try document.rows(name)
      if let fault { throw fault }
    } catch {
      throw unreadable(.unexpectedShape(detail: error.detail))
    }
    return records
  }

  private func read<Result>(
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

  private func unreadable(_ answer: UnreadableAnswer) -> KeystoneError {
    error(.unreadable(answer, status: status))
  }
}
