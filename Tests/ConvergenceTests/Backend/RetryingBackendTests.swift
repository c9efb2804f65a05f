import IdentityModel
import TestSupport
import Testing

@testable import Convergence

struct RetryingBackendTests {
  private static let ids = AssignmentIDs(
    userID: "user-admin",
    tenantID: "tenant-admin",
    roleID: "role-admin"
  )

  private func backend(_ inner: InMemoryBackend) -> RetryingBackend {
    RetryingBackend(
      inner,
      retrier: Retrier(policy: RetryPolicy(), clock: ManualClock(), jitter: { 1 })
    )
  }

  @Test func readsAgain() async throws {
    let inner = InMemoryBackend(
      InMemoryKeystone(.made()),
      faults: [Fault(.refuse(.keystone(500)), where: { _ in true })]
    )
    #expect(try await backend(inner).roles.list().isEmpty == false)
    #expect(await inner.calls.count == 2)
  }

  @Test func grantsAgainWhereTheFirstMayHaveBeenLost() async throws {
    let inner = InMemoryBackend(
      InMemoryKeystone(.made()),
      faults: [Fault(.refuse(.keystone(500)), where: \.isWrite)]
    )
    do throws(BackendFailure) {
      try await backend(inner).grant(Self.ids)
    } catch {
      #expect(error.isConflict)
    }
    #expect(await inner.writes.count == 2)
  }

  @Test func neverCreatesAgain() async {
    let inner = InMemoryBackend(
      InMemoryKeystone(.made()),
      faults: [Fault(.refuse(.keystone(500)), where: \.isWrite)]
    )
    await #expect(throws: BackendFailure.keystone(500)) {
      _ = try await backend(inner).services.create(.make(.nova))
    }
    #expect(await inner.writes.count == 1)
  }

  @Test("a list that one can do without is asked for again for a moment, and no longer")
  func interfaces() async throws {
    let inner = InMemoryBackend(
      InMemoryKeystone(.made()),
      faults: [Fault(.refuse(.proxy(503)), of: "list interfaces")],
      interfaces: InterfaceTable()
    )
    let met = backend(inner)
    // A proxy says nothing of a Keystone that nobody has heard of.
    _ = try await met.roles.list()
    #expect(try await met.endpointInterfaces(InterfacePart()) == .whole([]))

    let clock = ManualClock()
    let away = InMemoryBackend(
      InMemoryKeystone(.made()),
      faults: [Fault(.refuse(.proxy(503)), of: "list interfaces", 1...Int.max)],
      interfaces: InterfaceTable()
    )
    let retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    let waiting = RetryingBackend(away, retrier: retrier)
    _ = try await waiting.roles.list()
    let start = clock.now
    await #expect(throws: BackendFailure.proxy(503)) {
      _ = try await waiting.endpointInterfaces(InterfacePart())
    }
    let passed = start.duration(to: clock.now)
    #expect(passed > .zero && passed <= RetryPolicy().replicationTime)
  }
}
