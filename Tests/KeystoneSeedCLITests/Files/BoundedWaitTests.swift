import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite struct BoundedWaitTests {
  @Test func isSaidAfterThreeSecondsAndThenEveryFifteen() {
    let said = Mutex<[Duration]>([])
    let now = Mutex(Duration.zero)
    let patience = Patience(limit: .seconds(30)) { elapsed in said.withLock { $0.append(elapsed) } }
    var wait = BoundedWait(patience, now: { now.withLock(\.self) })
    var pauses: [Duration] = []
    while let pause = wait.nextPause() {
      pauses.append(pause)
      now.withLock { $0 += pause }
    }
    #expect(pauses == [.seconds(3), .seconds(15), .seconds(12)])
    #expect(said.withLock(\.self) == [.seconds(3), .seconds(18)])
  }

  @Test func standardErrorNamesWhatIsWaitedFor() {
    let screen = Screen()
    CommandContext.test(screen: screen).patience(for: "seed.yaml").say(.seconds(3))
    #expect(screen.error == "waiting for seed.yaml, 3 s of at most 30 s\n")
  }

  @Test(arguments: [(0, 1), (1500, 1501), (86_400_000_000, Int(Int32.max))])
  func millisecondsAreRoundedUp(milliseconds: Int, expected: Int) {
    #expect(Int(Duration.milliseconds(milliseconds).pollMilliseconds) == expected)
  }
}
