import IdentityModel
import Testing

@testable import Convergence

@Suite("Each kind with rows is written in one way")
struct ResourceKindDraftTests {
  @Test("what consists of others alone has no rows")
  func drafts() {
    #expect(
      ResourceKind.allCases.filter { $0.draft == nil } == [.implication, .membership, .assignment]
    )
  }

  @Test("an object that names no other is written as it is")
  func namedDrafts() {
    #expect(
      ResourceKind.allCases.filter { $0.namedDraft != nil } == [
        .domain, .region, .role, .tenant, .group,
      ]
    )
  }

  @Test("the rows of each kind are those of its store")
  func rows() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    for kind in ResourceKind.allCases where kind.draft != nil {
      _ = try await backend.rows(of: kind)?.ids()
    }
    // Over v2.0 nobody is asked for regions.
    #expect(await backend.calls.count == 5)
    #expect(try await backend.rows(of: .role)?.ids().contains("role-admin") == true)
  }
}
