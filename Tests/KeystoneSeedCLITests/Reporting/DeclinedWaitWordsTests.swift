import Convergence
import Testing

@testable import KeystoneSeedCLI

@Suite struct DeclinedWaitWordsTests {
  @Test(
    arguments: [
      (61, 61, .retries, "asks to wait 61 s; --retry-for 80 would"),
      (60, 120, .retries, "asks to wait 60 s; --retry-for 130 would"),
      (30, 89, .startup, "asks to wait 30 s; --wait 100 would"),
      // Nothing waits for so long.
      (86_400, 86_400, .retries, "asks to wait 86400 s"),
    ] as [(Int, Int, DeclinedWait.Course, String)]
  )
  func saysWhatWouldWaitForIt(
    asked: Int,
    needed: Int,
    course: DeclinedWait.Course,
    words: String
  ) {
    let wait = DeclinedWait(asked: .seconds(asked), needed: .seconds(needed), course: course)
    #expect(wait.words == words)
  }
}
