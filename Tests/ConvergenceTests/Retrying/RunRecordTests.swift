import Testing

@testable import Convergence

@Suite struct RunRecordTests {
  private let record = RunRecord()

  private func failure(at server: String?) -> BackendFailure {
    .transport(
      .connectionFailed,
      of: server.map { BackendFailure.Request(server: $0, isRead: true) }
    )
  }

  @Test func contactIsAnAnswerOrASuccess() {
    #expect(!record.hasContact)
    record.noteAnswer(from: "http://a")
    #expect(record.hasContact)
    #expect(record.hasContact(before: failure(at: "http://a")))
    #expect(!record.hasContact(before: failure(at: "http://b")))
    #expect(record.hasContact(before: failure(at: nil)))
  }

  @Test func successOfNobodyKnownCountsForAll() {
    record.noteSuccess(isRecovery: false)
    #expect(record.hasContact(before: failure(at: "http://b")))
  }

  @Test func recoveriesAreCountedApart() {
    record.noteSuccess(isRecovery: false)
    record.noteSuccess(isRecovery: true)
    #expect(record.mark == RunRecord.Mark(successes: 2, recoveries: 1))
  }
}
