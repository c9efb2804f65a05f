import IdentityModel
import Testing

@testable import Convergence

struct ArrayUniqueNameTests {
  @Test("a name that is there twice, or three times, is left out")
  func unique() {
    let rows = [("1", "a"), ("2", "b"), ("3", "b"), ("4", "c"), ("5", "c"), ("6", "c")]
      .map { UserRow(id: $0.0, user: User(name: QualifiedName($0.1)), tenantID: nil) }
    #expect(rows.idsByUniqueName() == ["a": "1"])
  }
}
