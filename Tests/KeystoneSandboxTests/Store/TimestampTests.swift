import Testing

@testable import KeystoneSandbox

@Suite struct TimestampTests {
  @Test func textHasSixDigitsOfNothing() {
    #expect(Timestamp(seconds: 0).text == "1970-01-01T00:00:00.000000Z")
    #expect(Timestamp(seconds: 1_504_094_400).text == "2017-08-30T12:00:00.000000Z")
  }

  @Test func laterIsGreater() {
    let moment = Timestamp(seconds: 5)
    #expect(moment < moment.advanced(by: 1))
    #expect(!(moment < moment))
  }
}
