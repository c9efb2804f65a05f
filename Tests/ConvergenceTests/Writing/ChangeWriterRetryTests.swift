import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

/// What a writer does about failures that may pass.
struct ChangeWriterRetryTests {
  private func retrier(_ clock: ManualClock) async throws -> Retrier {
    let retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    _ = try await retrier.retrying { () throws(BackendFailure) in true }
    return retrier
  }

  @Test(
    "a create whose answer is lost before it was carried out is sent again",
    arguments: ChangeWriterTests.all,
    [500, 502, 503, 504]
  )
  func sendsAgain(_ creation: any ResourceDraft, status: Int) async throws {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let before = LiveState.catalog(of: tables)
    let fault = Fault(.refuse(.proxy(status)), 1...2, where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [fault])
    let writer = ChangeWriter(
      backend: backend,
      live: before,
      retrier: try await retrier(ManualClock())
    )
    _ = try await writer.create(creation, replaces: false)
    #expect(await backend.writes.count == 3)
  }

  @Test("one that was carried out is found, and not sent again", arguments: ChangeWriterTests.all)
  func finds(_ creation: any ResourceDraft) async throws {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let before = LiveState.catalog(of: tables)
    let fault = Fault(.loseAnswer(.proxy(502)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [fault])
    let writer = ChangeWriter(
      backend: backend,
      live: before,
      retrier: try await retrier(ManualClock())
    )
    _ = try await writer.create(creation, replaces: false)
    #expect(await backend.writes.count == 1)
  }

  @Test("a service is looked for as long as it may still appear before it is made anew")
  func settles() async throws {
    let clock = ManualClock()
    let fault = Fault(.refuse(.transport(.timedOut)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(KeystoneTables()), faults: [fault])
    let writer = ChangeWriter(
      backend: backend,
      live: LiveState(),
      retrier: try await retrier(clock)
    )
    _ = try await writer.create(Service.make(.nova), replaces: false)
    #expect(clock.totalSlept > .seconds(3))
    #expect(clock.totalSlept <= .seconds(9))
    let verbs = await backend.calls.map(\.isWrite)
    #expect(verbs.first == true)
    #expect(verbs.last == true)
    #expect(verbs.count > 5)
  }

  @Test("a service that appears late is adopted")
  func appearsLate() async throws {
    let refused = Fault(.refuse(.proxy(504)), where: \.isWrite)
    let late = Fault(
      .precede { $0.add(.make(.nova)) },
      3...3,
      where: { $0.verb == .list }
    )
    let backend = InMemoryBackend(
      InMemoryKeystone(KeystoneTables()),
      faults: [refused, late]
    )
    let writer = ChangeWriter(
      backend: backend,
      live: LiveState(),
      retrier: try await retrier(ManualClock())
    )
    _ = try await writer.create(Service.make(.nova), replaces: false)
    #expect(await backend.writes.count == 1)
    #expect(await backend.keystone.tables.services.count == 1)
  }

  @Test("what is lost until time is up is said not to be known", arguments: ChangeWriterTests.all)
  func isNotKnown(_ creation: any ResourceDraft) async throws {
    let failure = try await failure(of: creation, refusedWith: .proxy(504))
    guard case .outcomeUnknown = failure else {
      Issue.record("\(String(describing: failure)) is not outcomeUnknown")
      return
    }
  }

  @Test(
    "what Keystone itself answers 500 until time is up, and is not there, has failed",
    arguments: ChangeWriterTests.all
  )
  func hasFailed(_ creation: any ResourceDraft) async throws {
    let failure = try await failure(of: creation, refusedWith: .keystone(500))
    guard case .request(let error) = failure else {
      Issue.record("\(String(describing: failure)) is no request that failed")
      return
    }
    #expect(error.status == 500)
  }

  @Test(
    "what a server turns away until it may come back has failed, and asks for that long",
    arguments: ChangeWriterTests.all
  )
  func isTurnedAway(_ creation: any ResourceDraft) async throws {
    let busy = BackendFailure.proxy(503, comeback: "90")
    let failure = try await failure(of: creation, refusedWith: busy)
    guard case .request(let error) = failure else {
      Issue.record("\(String(describing: failure)) is no request that failed")
      return
    }
    #expect(error.declinedWait == DeclinedWait(asked: .seconds(90), needed: .seconds(90)))
  }

  /// What becomes of a create that is always refused.
  private func failure(
    of creation: any ResourceDraft,
    refusedWith error: BackendFailure
  ) async throws -> StepFailure? {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let before = LiveState.catalog(of: tables)
    let fault = Fault(.refuse(error), 1...Int.max, where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [fault])
    let writer = ChangeWriter(
      backend: backend,
      live: before,
      retrier: try await retrier(ManualClock())
    )
    do throws(StepFailure) {
      _ = try await writer.create(creation, replaces: false)
      return nil
    } catch {
      return error
    }
  }

  @Test("a region that others keep making is waited for")
  func region() async throws {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let fault = Fault(.refuse(.raced), 1...7, where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [fault])
    let writer = ChangeWriter(
      backend: backend,
      live: .catalog(of: tables),
      retrier: try await retrier(ManualClock())
    )
    _ = try await writer.create(ChangeWriterTests.novaEndpoint, replaces: false)
    #expect(await backend.keystone.tables.endpoints.count == 1)
  }
}
