import Testing

@testable import KeystoneSeedCLI

@Suite struct ArgumentListTests {
  @Test(arguments: [
    (["--os_auth_url", "http://a_b"], ["--os-auth-url", "http://a_b"]),
    (["--os_auth_url=http://a_b"], ["--os-auth-url=http://a_b"]),
    (["--os-auth-url", "x"], ["--os-auth-url", "x"]),
    (["--set", "os_x=--os_y"], ["--set", "os_x=--os_y"]),
    (["--", "--os_file"], ["--", "--os_file"]),
    ([], []),
  ])
  func oldSpellingsBecomeNewOnes(typed: [String], parsed: [String]) {
    #expect(ArgumentList(typed).modernized == parsed)
  }

  @Test(arguments: [
    (["plan", "--no-color"], true), (["plan"], false), (["plan", "--", "--no-color"], false),
  ])
  func colorIsRefusedByAnOptionOnly(typed: [String], refused: Bool) {
    #expect(ArgumentList(typed).refuseColor == refused)
  }

  @Test(arguments: [
    (["plan", "--wait", "5"], true), (["plan", "--wait=5"], true),
    (["plan", "--", "--wait"], false),
  ])
  func waitingIsAskedForByAnOptionOnly(typed: [String], waits: Bool) {
    #expect(ArgumentList(typed).waits == waits)
  }
}
