import Testing

@testable import Convergence

@Suite struct BackendFailureTests {
  private static func failure(_ kind: BackendFailure.Kind) -> BackendFailure {
    BackendFailure(kind, cause: ScriptedError(words: "No."))
  }

  @Test func saysWhatTheServerAskedForInVain() {
    var failure = BackendFailure.keystone(503, comeback: "90")
    failure.declinedWait = DeclinedWait(asked: .seconds(90), needed: .seconds(120))
    #expect(failure.description == "503; it asks to wait 90 s")
    #expect(failure.words == "503")
  }

  @Test func isEqualWhereAllOfItIs() {
    let failure = BackendFailure.keystone(503, comeback: "90")
    var declined = failure
    declined.declinedWait = DeclinedWait(asked: .seconds(90), needed: .seconds(120))
    let others: [BackendFailure] = [
      declined, .keystone(503, comeback: "9"), .keystone(503),
      .keystone(503, "No.", comeback: "90"),
      .keystone(502, comeback: "90"), .transport(.timedOut),
      .keystone(503, comeback: "90", of: BackendFailure.Request(server: "http://h", isRead: true)),
    ]
    #expect(failure == .keystone(503, comeback: "90"))
    #expect(failure.hashValue == BackendFailure.keystone(503, comeback: "90").hashValue)
    #expect(others.allSatisfy { $0 != failure })
    #expect(Self.failure(.notFound) != Self.failure(.conflict))
  }

  @Test func nothingIsAnsweredAndUnansweredAtOnce() {
    let kinds = BackendFailure.Kind.allCases.map(Self.failure)
    #expect(kinds.allSatisfy { !($0.isAnswered && $0.isUnanswered) })
    #expect(kinds.filter { !$0.isAnswered && !$0.isUnanswered }.map(\.kind) == [.notSent])
    #expect(kinds.filter { $0.isAnswered && !$0.isRefusal }.map(\.kind) == [.unusable])
    #expect(kinds.filter(\.isOverload).map(\.kind) == [.serviceFailed, .failed, .busy])
  }

  @Test func eachPlainKindIsAskedForByItsName() {
    #expect(Self.failure(.notFound).isNotFound && !Self.failure(.refused).isNotFound)
    #expect(Self.failure(.conflict).isConflict && !Self.failure(.refused).isConflict)
    #expect(Self.failure(.unauthorized).isUnauthorized && !Self.failure(.refused).isUnauthorized)
    #expect(Self.failure(.forbidden).isForbidden && !Self.failure(.refused).isForbidden)
    #expect(
      Self.failure(.serviceFailed).isServiceFailure && !Self.failure(.failed).isServiceFailure
    )
  }
}
