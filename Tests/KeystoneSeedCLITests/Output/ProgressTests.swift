import Testing

@testable import KeystoneSeedCLI

@Suite struct ProgressTests {
  let screen = Screen()

  @Test func lineIsReplacedAndAtLastRemoved() {
    let progress = Progress(
      "Reading",
      total: 3,
      in: .test(screen: screen, terminal: .present)
    )
    progress.advance()
    progress.advance(by: 2)
    progress.finish()
    let erase = "\r\u{1B}[K"
    #expect(screen.error == "Reading 1/3\(erase)Reading 3/3\(erase)")
    #expect(screen.output.isEmpty)
  }

  @Test func nothingIsShownWhereNobodyLooksOn() {
    let progress = Progress("Reading", total: 1, in: .test(screen: screen))
    progress.advance()
    progress.finish()
    #expect(screen.error.isEmpty)
  }

  @Test func lineNeverWraps() {
    var terminal = Terminal.present
    terminal.width = 10
    Progress("Reading", total: 3, in: .test(screen: screen, terminal: terminal)).advance()
    #expect(screen.error == "Reading 1")
  }

  @Test func lineIsRemovedHoweverTheWorkEnds() async {
    let context = CommandContext.test(screen: screen, terminal: .present)
    await #expect(throws: SystemError(1)) {
      try await Progress.during("Reading", total: 1, in: context) { progress in
        progress.advance()
        throw SystemError(1)
      }
    }
    #expect(screen.error == "Reading 1/1\r\u{1B}[K")
  }
}
