import Testing

@testable import KeystoneSandbox

@Suite struct RandomIDTests {
  @Test func idsHaveTheFormsOfKeystone() {
    for _ in 0..<100 {
      #expect(RandomID.hex().wholeMatch(of: /[0-9a-f]{32}/) != nil)
      #expect(RandomID.audit().wholeMatch(of: /[0-9A-Za-z_-]{22}/) != nil)
      #expect(
        RandomID.request().wholeMatch(
          of: /req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
        ) != nil
      )
    }
  }

  @Test func idsDoNotRepeat() {
    #expect(Set((0..<1000).map { _ in RandomID.hex() }).count == 1000)
  }
}
