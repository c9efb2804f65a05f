import Testing

@testable import KeystoneSeedCLI

/// What the shells make of the scripts is in ``CompletionTests``.
@Suite struct CompletionScriptTests {
  @Test(arguments: [
    "", "USAGE: keystone-seed\n", "complete -o filenames -F _keystone-seed keystone-seed",
  ])
  func otherTextsStayAsTheyAre(text: String) {
    #expect(CompletionScript.completed(text) == text)
  }
}
