import Testing

@testable import KeystoneSeedCLI

struct JSONTextTests {
  @Test func sameValueIsTheSameTextEndingInALineBreak() throws {
    #expect(
      try JSONText.of(["b": "http://h/%(tenant_id)s", "a": "é\u{1B}"]) == """
        {
          "a" : "é\\u001b",
          "b" : "http://h/%(tenant_id)s"
        }

        """
    )
  }
}
