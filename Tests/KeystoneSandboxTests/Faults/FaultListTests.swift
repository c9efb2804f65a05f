import Testing

@testable import KeystoneSandbox

@Suite struct FaultListTests {
  private func strikes(_ faults: [Fault], _ requests: [(String, String)]) -> [Fault.Effect?] {
    let list = FaultList(faults)
    return requests.map { list.next(method: $0.0, path: $0.1)?.effect }
  }

  @Test func faultStrikesTheFirstMatchingRequestOnce() {
    let fault = Fault("POST", "/users", when: .beforeCommit, effect: .reset)
    #expect(
      strikes([fault], [("GET", "/users"), ("POST", "/x"), ("POST", "/users"), ("POST", "/users")])
        == [nil, nil, .reset, nil]
    )
  }

  @Test(arguments: [
    (2, 1 as Int?, [false, true, false, false]), (1, 3, [true, true, true, false]),
    (3, nil, [false, false, true, true]),
  ])
  func faultStrikesFromTheNthOnSoManyTimes(nth: Int, times: Int?, expected: [Bool]) {
    let fault = Fault(nth: nth, times: times, when: .afterCommit, effect: .close)
    let struck = strikes([fault], Array(repeating: ("GET", "/"), count: 4)).map { $0 != nil }
    #expect(struck == expected)
  }

  @Test func firstOfSeveralStrikesAndAllCount() {
    let faults = [
      Fault(when: .beforeCommit, effect: .reset),
      Fault(nth: 2, when: .beforeCommit, effect: .close),
      Fault(times: nil, when: .beforeCommit, effect: .endlessBody),
    ]
    #expect(
      strikes(faults, Array(repeating: ("GET", "/"), count: 3)) == [.reset, .close, .endlessBody]
    )
  }

  @Test func faultsAreDisarmed() {
    let list = FaultList([Fault(times: nil, when: .beforeCommit, effect: .reset)])
    list.add(Fault(when: .beforeCommit, effect: .close))
    list.removeAll()
    #expect(list.next(method: "GET", path: "/") == nil)
  }
}
