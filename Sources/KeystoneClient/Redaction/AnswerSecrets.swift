/// What of an answer lets somebody in: the values of its headers and of its body that are masked.
///
/// A server that quotes a login may do so twice, once by name and once without.
enum AnswerSecrets {
  /// More are masked by their names only; an answer may be made of nothing else.
  private static let most = 100
  /// No token is longer, and what is looked for takes many times its size.
  private static let longest = 8 << 10
  private static let largestText = 1 << 20

  /// The secrets of an answer, whatever its status and whatever it calls its content.
  static func all(in response: HTTPResponse) -> [Secret] {
    var secrets = response.headers.filter(\.isSecret).flatMap { values(of: $0) }
    let document: JSONValue?
    do throws(JSONFault) {
      document = try JSONParser.parse(response.body).value
    } catch {
      document = nil
    }
    if let document { secrets += TraceRedaction.secrets(in: document) }
    var scanner = SecretScanner(
      Array(response.body.prefix(largestText)),
      seeksIDs: document == nil
    )
    _ = scanner.withoutSecrets()
    for value in scanner.found.prefix(most) { secrets += spellings(of: value) }
    return Array(secrets.lazy.filter { $0.exposed().utf8.count <= longest }.prefix(most))
  }

  /// A header's value, and what of it is the secret: a cookie's value, what follows `Bearer`.
  private static func values(of header: HTTPHeader) -> [Secret] {
    let first = header.value.prefix { $0 != ";" }
    let part = first.split(whereSeparator: { $0 == " " || $0 == "=" }).last ?? ""
    let isLong = part.utf8.count >= SecretPatterns.longSize
    return [Secret(header.value)] + (isLong ? [Secret(String(part))] : [])
  }

  /// A value as it stands in a text, and without the escapes of JSON.
  private static func spellings(of value: ArraySlice<UInt8>) -> [Secret] {
    let bytes = Array(value)
    let plain = UncoatedText(bytes).without(.backslash)?.bytes
    return [bytes, plain ?? bytes]
      .filter { $0.count >= SecretPatterns.longSize }
      .map { Secret(String(decoding: $0, as: UTF8.self)) }
  }
}
