import Testing

@testable import SeedFormat

/// The mistakes that a seed invites, and what to do about each.
@Suite struct YAMLHintTests {
  @Test(arguments: [
    ("a: {public: :5000/v3}", "(inside of { } and [ ] quote a text that begins with a colon)"),
    ("a: {public: https://${host}}", "(inside of { } and [ ] quote a text with ${...})"),
    ("a: [https://${host}/v3]", "(inside of { } and [ ] quote a text with ${...})"),
    ("a:\n  \"class:VCPU\":20", "(put a blank after the colon)"),
    ("a: b c: d", "(quote a text that holds a colon followed by a blank)"),
    ("a: {b: 'c' d}", "(check the indentation, the quotes and the commas before this place)"),
    ("a: @b", "(indent with blanks, and quote a text that begins with %, @ or a backtick)"),
  ]) func `what is no YAML is said with what to do`(text: String, hint: String) {
    let lines = Seed.lines(of: text)
    #expect(lines.count == 1 && lines[0].hasSuffix(hint), "\(lines)")
  }
}
