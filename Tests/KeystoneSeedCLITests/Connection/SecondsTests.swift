import Testing

@testable import KeystoneSeedCLI

@Suite struct SecondsTests {
  @Test(arguments: [("0", Duration.zero), ("60", .seconds(60)), ("0.5", .milliseconds(500))])
  func numberIsSeconds(argument: String, duration: Duration) {
    #expect(Seconds(argument: argument)?.duration == duration)
  }

  @Test(arguments: ["", "-1", "x", "1m", "nan", "inf", "1e300", "86401"])
  func otherThingsAreRefused(argument: String) {
    #expect(Seconds(argument: argument) == nil)
  }
}
