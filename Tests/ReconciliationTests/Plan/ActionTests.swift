import Reconciliation
import Testing

@Suite("An action says what it does")
struct ActionTests {
  @Test("each has the mark that terraform gives it")
  func marks() {
    #expect(Action.allCases.map(\.mark) == ["+", "~", "+/-", "-"])
  }

  @Test("a person has to agree to what takes something away")
  func destructive() {
    #expect(Action.allCases.filter(\.isDestructive) == [.replace, .delete])
  }
}
