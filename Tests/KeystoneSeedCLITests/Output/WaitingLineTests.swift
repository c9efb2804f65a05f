import Convergence
import IdentityBackends
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct WaitingLineTests {
  private let screen = Screen()
  private let clock = HandClock()
  private let pause = Retrier.Pause.begins(
    after: .milliseconds(2900),
    limit: .seconds(60),
    because: BackendFailure(KeystoneError(.refused(Refusal(status: 503, speaker: .html))))
  )

  private func line(_ terminal: Terminal = .absent) -> WaitingLine {
    let (screen, clock) = (screen, clock)
    var context = CommandContext.test(screen: screen, terminal: terminal)
    context.console = Console(now: { clock.now }, writer: screen.write)
    context.rest = { await clock.rest($0) }
    return WaitingLine(in: context, timeout: .seconds(60))
  }

  @Test func isThereUntilTheLastPauseHasEnded() {
    let line = line(.present)
    line.show(pause)
    line.show(.begins(after: .zero, limit: .seconds(3), because: nil))
    line.show(.ends)
    let erase = "\r\u{1B}[K"
    let both =
      "waiting for Keystone, 2 s of at most 60 s\(erase)"
      + "waiting for Keystone, 0 s of at most 3 s"
    #expect(screen.error == both)
    line.show(.ends)
    #expect(screen.error == both + erase)
  }

  @Test func neverWraps() {
    var terminal = Terminal.present
    terminal.width = 10
    line(terminal).show(pause)
    #expect(screen.error == "waiting f")
  }

  @Test func logSaysAtTheFirstPauseWhyAndThenEveryFifteenSeconds() {
    let line = line()
    for _ in 0..<40 {
      line.show(pause)
      line.show(.ends)
      clock.pass(.seconds(1))
    }
    let lines = screen.error.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("waiting for Keystone, 2 s of at most 60 s: "))
    #expect(lines[0].contains("503"))
  }

  @Test func longPauseIsSaidEveryFifteenSeconds() async {
    let line = line()
    line.show(pause)
    for _ in 0..<2 {
      await clock.someoneSleeps()
      clock.pass(.seconds(15))
    }
    await clock.someoneSleeps()
    let lines = screen.error.split(separator: "\n")
    #expect(lines.count == 3)
    for (line, seconds) in zip(lines, [2, 17, 32]) {
      #expect(line.hasPrefix("waiting for Keystone, \(seconds) s of at most 60 s: "))
    }
    line.show(.ends)
    clock.pass(.seconds(15))
    #expect(screen.error.split(separator: "\n").count == 3)
  }

  @Test func readingAgainWhereNothingFailedIsWorthNoLine() {
    let line = line()
    line.show(.begins(after: .zero, limit: .seconds(3), because: nil))
    line.show(.ends)
    #expect(screen.error.isEmpty)
    line.show(pause)
    #expect(screen.error.hasPrefix("waiting for Keystone, "))
  }

  @Test func requestThatTakesLongIsSaidEveryFifteenSeconds() async {
    let line = line()
    let id = line.begin("http://192.0.2.1:35357")
    for _ in 0..<2 {
      await clock.someoneSleeps()
      clock.pass(.seconds(15))
    }
    await clock.someoneSleeps()
    #expect(
      screen.error == """
        waiting for an answer from http://192.0.2.1:35357, 15 s of at most 60 s
        waiting for an answer from http://192.0.2.1:35357, 30 s of at most 60 s

        """
    )
    line.end(id)
    clock.pass(.seconds(15))
    #expect(screen.error.split(separator: "\n").count == 2)
  }

  @Test func longSeriesOfShortRequestsIsSaidToo() async {
    let line = line()
    for _ in 0..<29 { line.end(line.begin("http://192.0.2.1:35357")) }
    await clock.someoneSleeps()
    clock.pass(.seconds(14))
    let id = line.begin("http://192.0.2.1:35357")
    clock.pass(.seconds(1))
    await clock.someoneSleeps()
    #expect(screen.error == "still asking http://192.0.2.1:35357, 29 answers so far\n")
    line.end(id)
  }

  @Test func terminalShowsASlowRequestOnItsLine() async {
    let line = line(.present)
    let id = line.begin("http://192.0.2.1:35357")
    await clock.someoneSleeps()
    clock.pass(.seconds(15))
    await clock.someoneSleeps()
    #expect(
      screen.error == "waiting for an answer from http://192.0.2.1:35357, 15 s of at most 60 s"
    )
    line.end(id)
  }
}
