import IdentityModel
import Testing

@testable import Reconciliation

@Suite struct NameOrIDTests {
  @Test func `what has a name comes first, each sort in its order`() {
    let sorted: [NameOrID] = [
      .name("ann"), .name("bob"), .name(QualifiedName("ann", of: "corp")), .id("1"), .id("2"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted.map(\.name) == ["ann", "bob", QualifiedName("ann", of: "corp"), nil, nil])
  }
}
