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

  @Test func logHasALineWheneverNothingWasSaidForFifteenSeconds() {
    let (screen, clock) = (screen, HandClock())
    var context = CommandContext.test(screen: screen)
    context.console = Console(now: { clock.now }, writer: screen.write)
    let progress = Progress("applying", total: 40, in: context)
    for _ in 0..<40 {
      progress.advance()
      clock.pass(.seconds(1))
    }
    progress.finish()
    #expect(screen.error == "applying 16/40\napplying 31/40\n")
  }

  @Test func totalMayTurnOutToBeAnother() {
    let progress = Progress("applying", total: 1, in: .test(screen: screen, terminal: .present))
    progress.advance(to: 1, of: 2)
    progress.advance(to: 2, of: 2)
    progress.finish()
    let erase = "\r\u{1B}[K"
    #expect(screen.error == "applying 1/2\(erase)applying 2/2\(erase)")
  }

  @Test func lineNeverWraps() {
    var terminal = Terminal.present
    terminal.width = 10
    Progress("Reading", total: 3, in: .test(screen: screen, terminal: terminal)).advance()
    #expect(screen.error == "Reading 1")
  }
}
