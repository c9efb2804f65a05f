import Testing

@testable import KeystoneSandbox

@Suite struct ExactTextTests {
  @Test func composedAndDecomposedDiffer() {
    #expect(ExactText("é") != ExactText("e\u{301}"))
    #expect(Set([ExactText("é"), ExactText("e\u{301}"), ExactText("é")]).count == 2)
    #expect(ExactText("K") != ExactText("\u{212A}"))
  }
}
