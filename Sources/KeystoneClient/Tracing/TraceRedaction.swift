/// What of one request and its answer may be shown, and how.
struct TraceRedaction {
  private static let secretHeaders: Set<String> = [
    "x-auth-token", "x-subject-token", "authorization", "proxy-authorization", "cookie",
    "set-cookie",
  ]
  private static let secretNames: Set<String> = [
    "password", "original_password", "os-ksadm:password", "adminpass", "secret",
  ]
  private static let longestBody = 20_000

  /// The URL without credentials and without a token in its path.
  let url: String
  private let redactor: Redactor

  init(_ request: HTTPRequest) {
    var secrets = request.headers
      .filter { Self.secretHeaders.contains($0.name.lowercased()) }
      .map { Sensitive($0.value) }
    let address = WebAddress(request.url)
    let parts = (address?.target ?? "").split(
      separator: "/",
      omittingEmptySubsequences: false
    )
    if let index = parts.firstIndex(of: "tokens"), index + 1 < parts.endIndex {
      let token = parts[index + 1].prefix { $0 != "?" }
      secrets.append(Sensitive(String(token)))
    }
    redactor = Redactor(secrets: secrets)
    url = redactor.redact(address?.text ?? "(no http address)")
  }

  /// A text of the transport or of a server.
  func text(_ text: String) -> String {
    Redactor.printable(redactor.redact(text))
  }

  /// A header, its value masked where it lets somebody in.
  func line(for header: HTTPHeader) -> String {
    let isSecret = Self.secretHeaders.contains(header.name.lowercased())
    return text("\(header.name): ") + (isSecret ? Redactor.mark : text(header.value))
  }

  /// A body: JSON with the secret values masked, anything else as redacted text.
  func body(_ bytes: [UInt8]) -> String {
    let shown: String
    do throws(JSONFault) {
      shown = masked(try JSONParser.parse(bytes)).serialized
    } catch {
      shown = String(decoding: bytes, as: UTF8.self)
    }
    return Redactor.printable(redactor.redact(shown), limit: Self.longestBody)
  }

  /// The value with passwords, the ID of a token and the secret of EC2 credentials masked.
  private func masked(_ value: JSONValue, isToken: Bool = false) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: return value
    case .array(let elements): return .array(elements.map { masked($0) })
    case .object(let members):
      let shown = members.map { name, member in
        let isSecret = Self.secretNames.contains(name.lowercased()) || isToken && name == "id"
        let value: JSONValue =
          isSecret && member != .null
          ? .string(Redactor.mark) : masked(member, isToken: name == "token")
        return (key: name, value: value)
      }
      return .object(JSONObject(shown))
    }
  }
}
