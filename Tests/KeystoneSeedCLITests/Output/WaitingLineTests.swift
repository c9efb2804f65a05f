import Convergence
import Testing

@testable import KeystoneSeedCLI

@Suite struct WaitingLineTests {
  private let screen = Screen()
  private let pause = Retrier.Pause.begins(after: .milliseconds(2900), limit: .seconds(60))

  @Test func isThereUntilTheLastPauseHasEnded() {
    let line = WaitingLine(in: .test(screen: screen, terminal: .present))
    line.show(pause)
    line.show(.begins(after: .zero, limit: .seconds(3)))
    line.show(.ends)
    let erase = "\r\u{1B}[K"
    let both =
      "waiting for Keystone, 2 s of at most 60 s\(erase)"
      + "waiting for Keystone, 0 s of at most 3 s"
    #expect(screen.error == both)
    line.show(.ends)
    #expect(screen.error == both + erase)
  }

  @Test func isNotThereWhereNobodyLooksOn() {
    let line = WaitingLine(in: .test(screen: screen))
    line.show(pause)
    line.show(.ends)
    #expect(screen.error.isEmpty)
  }

  @Test func neverWraps() {
    var terminal = Terminal.present
    terminal.width = 10
    WaitingLine(in: .test(screen: screen, terminal: terminal)).show(pause)
    #expect(screen.error == "waiting f")
  }
}
