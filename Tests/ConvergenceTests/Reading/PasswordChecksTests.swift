import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@testable import Convergence

struct PasswordChecksTests {
  private func logins(_ backend: InMemoryBackend) async -> Int {
    await backend.calls.count { $0.verb == .login }
  }

  @Test("each password of each user is tried once")
  func once() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let checks = PasswordChecks()
    for _ in 1...2 {
      #expect(
        try await checks.check(Secret("star"), ofUser: "user-nova", on: backend) == .accepted
      )
      #expect(try await checks.check(Secret("x"), ofUser: "user-nova", on: backend) == .refused)
      #expect(try await checks.check(Secret("x"), ofUser: "user-admin", on: backend) == .refused)
    }
    #expect(await logins(backend) == 3)
  }

  @Test("an answer that is none is kept, for the login may have counted")
  func unclear() async throws {
    let fault = Fault(.refuse(.keystone(500)), of: "login user user-nova")
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    let checks = PasswordChecks()
    for _ in 1...2 {
      let check = try await checks.check(Secret("star"), ofUser: "user-nova", on: backend)
      guard case .failed = check else {
        Issue.record("\(check)")
        return
      }
    }
    #expect(await logins(backend) == 1)
  }

  @Test("what a busy server asks for in vain is kept in words")
  func busy() async throws {
    let busy = BackendFailure.keystone(503, comeback: "90")
    let fault = Fault(.refuse(busy), of: "login user user-nova", 1...Int.max)
    let backend = RetryingBackend(
      InMemoryBackend(InMemoryKeystone(.made()), faults: [fault]),
      retrier: Retrier(policy: RetryPolicy(), clock: ManualClock())
    )
    let check = try await PasswordChecks().check(
      Secret("star"),
      ofUser: "user-nova",
      on: backend
    )
    #expect(check == .failed("503; it asks to wait 90 s"))
  }

  @Test("what is forgotten is asked again")
  func forgets() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let checks = PasswordChecks()
    _ = try await checks.check(Secret("star"), ofUser: "user-nova", on: backend)
    checks[Secret("star"), "user-nova"] = nil
    _ = try await checks.check(Secret("star"), ofUser: "user-nova", on: backend)
    #expect(await logins(backend) == 2)
  }
}
