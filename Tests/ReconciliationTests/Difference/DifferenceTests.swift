import IdentityModel
import Reconciliation
import Testing

@Suite("What goes with a domain is not told as left alone")
struct DifferenceTests {
  @Test("users, grants and limits of it are gone, its roles are deleted by themselves")
  func residents() {
    let ann = QualifiedName("ann", of: "old")
    var difference = Difference()
    difference.unmanaged = [
      .delete(.user(ann), row: "1", because: .unmanaged),
      .delete(
        .assignment(RoleAssignment(.user("bob"), .domain("old"), role: "r")),
        row: nil,
        because: .unmanaged
      ),
      .delete(.role(QualifiedName("lead", of: "old")), row: "2", because: .unmanaged),
      .delete(.user("bob"), row: "3", because: .unmanaged),
    ]
    let before = difference
    difference.takeResidentsOfDeletedDomains()
    #expect(difference == before, "no domain goes")
    difference.changes = [.delete(.domain("old"), row: "9", because: .declaredAbsent)]
    difference.takeResidentsOfDeletedDomains()
    #expect(difference.unmanaged.map(\.key) == [.user("bob")])
    #expect(
      difference.changes.map(\.key)
        == [.domain("old"), .role(QualifiedName("lead", of: "old"))]
    )
  }
}
