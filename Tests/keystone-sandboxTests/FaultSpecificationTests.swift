import KeystoneSandbox
import Testing

@testable import keystone_sandbox

@Suite struct FaultSpecificationTests {
  @Test(arguments: [
    (
      "POST /v2.0/users after reset",
      Fault("POST", "/v2.0/users", when: .afterCommit, effect: .reset)
    ),
    ("any * before close", Fault(nil, "*", when: .beforeCommit, effect: .close)),
    (
      "get /x* 3 before endless",
      Fault("GET", "/x*", nth: 3, when: .beforeCommit, effect: .endlessBody)
    ),
    (
      "PUT /x 2x5 after truncate:10",
      Fault("PUT", "/x", nth: 2, times: 5, when: .afterCommit, effect: .truncate(afterBytes: 10))
    ),
    (
      "PUT /x 1xall after delay:0",
      Fault("PUT", "/x", times: nil, when: .afterCommit, effect: .delay(milliseconds: 0))
    ),
  ])
  func wordsAreAFault(text: String, fault: Fault) throws {
    #expect(try FaultSpecification(text).fault == fault)
  }

  @Test func statusComesWithAPageAsAFrontEndWouldSendIt() throws {
    guard
      case .status(502, let type, let body) = try FaultSpecification("any * before status:502")
        .fault.effect
    else {
      Issue.record("no status")
      return
    }
    #expect(type == "text/html")
    #expect(body.contains("<h1>502</h1>"))
  }

  @Test(arguments: [
    "", "POST /x reset", "POST /x during reset", "POST /x after explode", "POST /x 0 after reset",
    "POST /x 1x0 after reset", "POST /x x after reset", "POST /x 1xmany after reset",
    "POST /x after delay", "POST /x after delay:-1", "POST /x after delay:soon",
    "POST /x after reset:1", "POST /x after status:99", "POST /x 1 2 after reset",
  ])
  func otherWordsAreNot(text: String) {
    #expect(throws: (any Error).self) { try FaultSpecification(text) }
  }
}
