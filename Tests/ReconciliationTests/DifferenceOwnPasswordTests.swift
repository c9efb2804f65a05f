import IdentityModel
import Reconciliation
import Testing

@Suite("The caller's password is not set where that would lock the caller out")
struct DifferenceOwnPasswordTests {
  private func difference(_ fields: [FieldChange]) -> Difference {
    var difference = Difference()
    difference.changes = [
      Change(.update, .user("bob"), liveID: "2", fields: [FieldChange(.password, to: .secret)]),
      Change(.update, .user("admin"), liveID: "1", fields: fields),
    ]
    return difference
  }

  private static let password = FieldChange(.password, to: .secret)
  private static let email = FieldChange(.email, from: .text("a"), to: .text("b"))

  @Test("a change of nothing else goes, others stay")
  func kept() {
    var alone = difference([Self.password])
    alone.keepPassword(of: "admin", ["bob": .refused, "ann": .mustBeChanged])
    #expect(alone.changes.map(\.key) == [.user("bob")])
    #expect(alone.notes == [.ownPasswordKept("admin")])
    var both = difference([Self.email, Self.password])
    both.keepPassword(of: "admin", ["ann": .mustBeChanged])
    #expect(both.changes.map(\.fields) == [[Self.password], [Self.email]])
  }

  @Test("where nobody has to change one it is set as any other")
  func set() {
    var difference = difference([Self.password])
    let before = difference
    difference.keepPassword(of: "admin", ["admin": .refused])
    #expect(difference == before)
    difference.keepPassword(of: "eve", ["ann": .mustBeChanged])
    #expect(difference == before)
  }
}
