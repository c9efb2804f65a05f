import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct ConsoleTests {
  let screen = Screen()

  @Test func textGoesToItsStreamAsItIs() {
    let console = Console(writer: screen.write)
    console.emit("a")
    console.emit("b\n", to: .error)
    console.emit("")
    #expect(screen.output == "a")
    #expect(screen.error == "b\n")
  }

  @Test func statusLineMakesRoomForText() {
    let console = Console(writer: screen.write)
    console.showStatusLine("1/2")
    console.emit("a warning\n", to: .error)
    console.showStatusLine("")
    #expect(screen.error == "1/2\r\u{1B}[Ka warning\n1/2\r\u{1B}[K")
  }

  @Test func statusLineDoesNotOverwriteAnUnfinishedLine() {
    let console = Console(writer: screen.write)
    console.showStatusLine("1/2")
    console.emit("Sure? ", to: .error)
    #expect(screen.error == "1/2\r\u{1B}[KSure? ")
  }

  @Test func sameStatusLineIsNotDrawnAgain() {
    let console = Console(writer: screen.write)
    console.showStatusLine("1/2")
    console.showStatusLine("1/2")
    #expect(screen.error == "1/2")
  }

  @Test func streamThatFailsIsLeftAloneAndRemembered() {
    let screen = screen
    let console = Console { stream, bytes throws(SystemError) in
      screen.write(stream, bytes)
      if stream == .output { throw SystemError(EPIPE) }
    }
    console.emit("one")
    console.emit("two")
    console.emit("three", to: .error)
    #expect(screen.output == "one")
    #expect(screen.error == "three")
    #expect(console.failure(of: .output) == SystemError(EPIPE))
    #expect(console.failure(of: .error) == nil)
  }

  @Test func silenceIsBrokenOnceItHasLasted() {
    let clock = HandClock()
    let console = Console(now: { clock.now }, writer: screen.write)
    clock.pass(.seconds(9))
    console.emit("said\n", to: .error)
    clock.pass(.seconds(9))
    console.breakSilence(of: .seconds(10)) { "too early" }
    #expect(console.silence == .seconds(9))
    clock.pass(.seconds(1))
    console.breakSilence(of: .seconds(10)) { "at last" }
    console.breakSilence(of: .seconds(10)) { "too early again" }
    #expect(screen.error == "said\nat last\n")
  }
}
