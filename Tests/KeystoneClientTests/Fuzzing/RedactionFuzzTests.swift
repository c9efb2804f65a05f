import Foundation
import FuzzSupport
import TestSupport
import Testing

@testable import KeystoneClient

/// Secrets in coats, in a text of anything: none of them is left.
struct RedactionFuzzTests {
  /// A way to write a secret that real servers have.
  private static let coats: [@Sendable (String) -> String] = [
    { $0 },
    { percentEncoded($0, keeping: "-._~", digits: "0123456789ABCDEF") },
    { percentEncoded($0, keeping: "-._~/", digits: "0123456789abcdef") },
    { percentEncoded($0, keeping: "!$&'()*+,;=:@/?-._~", digits: "0123456789ABCDEF") },
    { percentEncoded($0, keeping: "-._~ ", digits: "0123456789abcdef").replacing(" ", with: "+") },
    { json($0) },
    { json($0).replacing("/", with: #"\/"#) },
    { escaped($0, upper: false) },
    { escaped($0, upper: true).replacing("/", with: #"\/"#) },
    { json(json($0)) },
    { "'" + $0.replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#) + "'" },
    { markup($0, "&#39;", "&quot;") },
    { markup($0, "&#x27;", "&#34;").replacing("+", with: "&#43;").replacing("/", with: "&#x2f;") },
    { Data($0.utf8).base64EncodedString() },
    { Data("nova:\($0)".utf8).base64EncodedString() },
    { Data($0.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_") },
    { Data("nova:\($0)".utf8).base64EncodedString().replacing("=", with: "") },
    { $0.uppercased() },
  ]

  /// What stands around it.
  private static let words = [
    "no route for ", "\"", "\\", "%2", "&", "&amp;", " ", "=", "/v2.0/tokens/", "\n", "é🚀", "x",
    "{\"a\": \"", "%", "\\u00", "password", "$6$", ":", "+",
  ]

  @Test func `no coat hides a secret from the redactor`() {
    let campaign = FuzzCampaign("secrets in coats", cases: 3000)
    for seed in campaign {
      var generator = SeededGenerator(seed: seed)
      let secret = Self.secret(using: &generator)
      var coated = generator.pick(Self.coats)(secret)
      // Once more, as JSON within JSON or a URL within a page has it.
      if generator.oneIn(3) { coated = generator.pick(Array(Self.coats[1...12]))(coated) }
      var text = ""
      for _ in 0..<generator.number(0...6) { text += generator.pick(Self.words) }
      // A sign that takes a letter of the secret for its own would make another text of it.
      text += " " + coated + " "
      for _ in 0..<generator.number(0...6) { text += generator.pick(Self.words) }
      let shown = Redactor(secrets: [Secret(secret)]).redact(text)
      #expect(!shown.contains(coated), "seed \(seed): \(secret) in \(text) is \(shown)")
      #expect(shown.contains(Redactor.mark), "seed \(seed): \(secret) in \(text) is \(shown)")
    }
  }

  private static func secret(using generator: inout SeededGenerator) -> String {
    let letters = Array("abcXYZ019+/=%&\"'\\<>;:@!?#$ ~-_.éß🚀")
    let count = generator.number(8...40)
    let text = String((0..<count).map { _ in generator.pick(letters) })
    return "s" + text + "e"
  }

  private static func percentEncoded(_ text: String, keeping: String, digits: String) -> String {
    let digits = Array(digits)
    return text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isKept =
        byte < 0x80
        && (Character(scalar).isLetter || Character(scalar).isNumber || keeping.utf8.contains(byte))
      return isKept ? String(scalar) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }

  private static func json(_ text: String) -> String {
    String(JSONValue.string(text).serialized.dropFirst().dropLast())
  }

  /// As `json.dumps` writes: ASCII alone.
  private static func escaped(_ text: String, upper: Bool) -> String {
    json(text).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: upper)
      return unit < 0x80
        ? String(Unicode.Scalar(UInt8(unit)))
        : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static func markup(_ text: String, _ apostrophe: String, _ quote: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("'", with: apostrophe).replacing("\"", with: quote)
  }
}
