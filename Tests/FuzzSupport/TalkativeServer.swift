package import TestSupport

/// Answers that repeat what they were not meant to: a schema's refusal, Icehouse's raw SQL, a
/// firewall that shows what it refused.
package enum TalkativeServer {
  /// The part of a password's hash that must not be seen; every talkative server has that one.
  package static let hash = "HASHhashHASHhash"

  private static let bodies = [
    #"{"error":{"code":400,"title":"Bad Request","message":"SECRET is not of type 'object'"}}"#,
    #"{"error":{"code":400,"title":"SECRET","message":"Failed validating\n\nOn instance: SECRET"}}"#,
    #"{"error":{"code":409,"title":"Conflict","message":"(IntegrityError) INSERT INTO user VALUES"#
      + #" ('1', 'nova', '{\"email\": null}', '$6$rounds=40000$c0ffeec0ffee$HASHhashHASHhash')"}}"#,
    "SECRET was refused",
    #"{"message":"SECRET","code":"413"}"#,
  ]

  /// An answer that says no, and what it heard.
  ///
  /// - Parameters:
  ///   - request: The values of the request's headers, and its body.
  ///   - secrets: What the request may hold.
  ///   - generator: What chooses.
  /// - Returns: The answer, which repeats one of the secrets that were heard, if any.
  package static func answer(
    to request: (headers: [String], body: [UInt8]),
    secrets: [String],
    using generator: inout SeededGenerator
  ) -> WireAnswer {
    let body = String(decoding: request.body, as: UTF8.self)
    let heard = secrets.filter { body.contains(escaped($0)) || request.headers.contains($0) }
    let word = heard.isEmpty ? "nothing" : escaped(generator.pick(heard))
    return WireAnswer(
      status: generator.pick([400, 409, 413, 500]),
      headers: [("Content-Type", "application/json")],
      body: Array(generator.pick(bodies).replacing("SECRET", with: word).utf8)
    )
  }

  /// A text as it stands in JSON.
  package static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
