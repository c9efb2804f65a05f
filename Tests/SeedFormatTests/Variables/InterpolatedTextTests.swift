import Testing

@testable import SeedFormat

@Suite struct InterpolatedTextTests {
  typealias Piece = InterpolatedText.Piece

  static let cases: [(text: String, pieces: [Piece])] = [
    ("plain", [.literal("plain")]),
    ("", []),
    ("${a}", [.variable("a")]),
    ("x${a}y${b-1}", [.literal("x"), .variable("a"), .literal("y"), .variable("b-1")]),
    ("${env:HOME}/x", [.environment("HOME"), .literal("/x")]),
    ("$${a}", [.literal("${a}")]),
    ("$$${a}", [.literal("$${a}")]),
    ("$(tenant_id)s ${a}", [.literal("$(tenant_id)s "), .variable("a")]),
    ("cost $5 $", [.literal("cost $5 $")]),
    ("${a}\u{301}", [.variable("a"), .literal("\u{301}")]),
  ]

  @Test(arguments: cases)
  func `cuts a text at its placeholders`(text: String, pieces: [Piece]) throws {
    #expect(try InterpolatedText(text).pieces == pieces)
  }

  static let problems: [(text: String, problem: InterpolatedText.Problem)] = [
    ("a ${b", .unterminated),
    ("${}", .notAName("")),
    ("${a b}", .notAName("a b")),
    ("${env:}", .notAName("env:")),
    ("${A:-default}", .notAName("A:-default")),
  ]

  @Test(arguments: problems)
  func `refuses what is no placeholder`(text: String, problem: InterpolatedText.Problem) {
    #expect(throws: problem) { try InterpolatedText(text) }
  }
}
