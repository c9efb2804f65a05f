import IdentityModel
import Testing

@testable import Convergence

@Test("of a kind that a backend does not keep nothing is listed, made or deleted")
func unkeptStore() async throws {
  let store = UnkeptStore<Region>(of: "v2.0")
  #expect(try await store.list().isEmpty)
  #expect(store.updater == nil)
  let made = await #expect(throws: BackendFailure.self) {
    _ = try await store.create(Region(name: "one"))
  }
  #expect(made?.kind == .notSent)
  #expect(made?.cause.words == "v2.0 has no such objects")
  let deleted = await #expect(throws: BackendFailure.self) { try await store.delete(id: "one") }
  #expect(deleted?.kind == .notSent)
}
