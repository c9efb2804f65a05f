import IdentityModel
import Testing

@Test("what was looked up by name is not unread")
func gapsThatWereNotRead() {
  var live = LiveState()
  live.gaps = [
    ListGap(Directory(.user, of: "corp"), .tooMany),
    ListGap(Directory(.group, of: "corp"), .failed("500")),
  ]
  #expect(live.unread == [Directory(.group, of: "corp")])
}
