import Texts

/// What of one request and its answer may be shown, and how.
struct TraceRedaction {
  private static let longestBody = 20_000

  /// The URL without credentials and without a token in its path.
  let url: String
  private let isOfTokens: Bool
  private let known: [Secret]
  private let memory: SecretMemory?
  private let redactor: Redactor

  /// Learns the secrets of a request.
  ///
  /// - Parameters:
  ///   - request: What is sent.
  ///   - memory: What earlier ones held; these secrets are added to it.
  init(_ request: HTTPRequest, memory: SecretMemory? = nil) {
    var secrets = request.headers
      .filter(\.isSecret)
      .map { Secret($0.value) }
    let address = WebAddress(request.url)
    let parts = (address?.target ?? "").split(
      separator: "/",
      omittingEmptySubsequences: false
    )
    if let index = parts.firstIndex(of: "tokens"), index + 1 < parts.endIndex {
      let token = String(parts[index + 1].prefix { $0 != "?" })
      secrets += [Secret(token), Secret(Self.percentDecoded(token))]
    }
    secrets += Self.secrets(in: request.body ?? [])
    memory?.remember(secrets)
    isOfTokens = parts.contains { $0.prefix { $0 != "?" } == "tokens" }
    known = secrets
    self.memory = memory
    redactor = Redactor(secrets: secrets, memory: memory)
    url = PrintableText.message(redactor.redact(address?.text ?? "(no http address)"))
  }

  private init(_ other: TraceRedaction, secrets: [Secret]) {
    url = other.url
    isOfTokens = other.isOfTokens
    known = secrets
    memory = other.memory
    redactor = Redactor(secrets: secrets, memory: other.memory)
  }

  /// The same for the answer, whose own secrets are masked wherever they stand in it.
  func answered(by response: HTTPResponse) -> TraceRedaction {
    TraceRedaction(self, secrets: known + AnswerSecrets.all(in: response))
  }

  private static func percentDecoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: UncoatedText(bytes).without(.percent)?.bytes ?? bytes, as: UTF8.self)
  }

  /// A text of the transport or of a server.
  func text(_ text: String) -> String {
    PrintableText.message(redactor.redact(text))
  }

  /// A header, its value masked where it lets somebody in.
  func line(for header: HTTPHeader) -> String {
    text("\(header.name): ") + (header.isSecret ? Redactor.mark : text(header.value))
  }

  /// A body: JSON with the secret values masked, anything else as redacted text.
  ///
  /// Nothing is shown of what should be a token's document and cannot be read.
  func body(_ bytes: [UInt8]) -> String {
    let shown: String
    do throws(JSONFault) {
      let document = try JSONParser.parse(bytes).value
      shown =
        isOfTokens && !Self.isReadable(document)
        ? Redactor.mark : redactor.redact(masked(document).serialized, isMasked: true)
    } catch {
      shown = isOfTokens ? Redactor.mark : redactor.redact(String(decoding: bytes, as: UTF8.self))
    }
    return PrintableText.message(shown, limit: Self.longestBody)
  }

  /// Whether it is a login, its refusal, or its answer with the token where it should be; of anything
  /// else it cannot be told what in it is the token.
  private static func isReadable(_ document: JSONValue) -> Bool {
    guard case .object(let members) = document else { return false }
    if members["auth"] != nil || members["error"] != nil { return true }
    // Of v3, whose token is in a header.
    if case .object(let token)? = members["token"], case .array? = token["methods"] { return true }
    guard case .object(let access)? = members["access"],
      case .object(let token)? = access["token"], case .string? = token["id"]
    else { return false }
    return true
  }

  /// The passwords and the token of a request's body, which an answer may quote without saying what
  /// they are.
  private static func secrets(in body: [UInt8]) -> [Secret] {
    do throws(JSONFault) {
      return secrets(in: try JSONParser.parse(body).value)
    } catch {
      return []
    }
  }

  /// The same of a document.
  static func secrets(in value: JSONValue, isToken: Bool = false) -> [Secret] {
    switch value {
    case .null, .bool, .number, .string: return []
    case .array(let elements): return elements.flatMap { secrets(in: $0) }
    case .object(let members):
      return members.flatMap { name, member in
        guard isSecret(name, isToken: isToken), case .string(let secret) = member else {
          return secrets(in: member, isToken: name == "token")
        }
        return [Secret(secret)]
      }
    }
  }

  private static func isSecret(_ name: String, isToken: Bool) -> Bool {
    SecretNames.contains(name) || isToken && name == "id"
  }

  /// The value with passwords, the ID of a token and the secret of EC2 credentials masked.
  ///
  /// Texts are redacted before they are written as JSON, which would hide a quote of JSON in them.
  private func masked(_ value: JSONValue, isToken: Bool = false) -> JSONValue {
    switch value {
    case .null, .bool, .number: return value
    case .string(let text): return .string(redactor.redact(text))
    case .array(let elements): return .array(elements.map { masked($0) })
    case .object(let members):
      let shown = members.map { name, member in
        let value: JSONValue =
          Self.isSecret(name, isToken: isToken) && member != .null && !member.isObject
          ? .string(Redactor.mark) : masked(member, isToken: name == "token")
        return (key: name, value: value)
      }
      return .object(JSONObject(shown))
    }
  }
}

extension JSONValue {
  /// Whether it has members, whose names say which of them are secret.
  fileprivate var isObject: Bool {
    guard case .object = self else { return false }
    return true
  }
}
