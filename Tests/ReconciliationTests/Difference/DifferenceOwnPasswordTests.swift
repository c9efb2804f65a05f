import IdentityModel
import Reconciliation
import TestSupport
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
    alone.guardPassword(of: "admin", ["bob": .refused, "ann": .mustBeChanged])
    #expect(alone.changes.map(\.key) == [.user("bob")])
    #expect(alone.notes == [.ownPasswordKept("admin")])
    var both = difference([Self.email, Self.password])
    both.guardPassword(of: "admin", ["ann": .mustBeChanged])
    #expect(both.changes.map(\.fields) == [[Self.password], [Self.email]])
  }

  @Test("where nobody is known to have to change one it is set, and a person is told")
  func set() {
    var difference = difference([Self.password])
    let before = difference
    difference.guardPassword(of: "eve", ["ann": .mustBeChanged])
    #expect(difference == before)
    difference.guardPassword(of: "admin", ["admin": .refused])
    #expect(difference.changes == before.changes)
    #expect(difference.notes == [.ownPasswordSet("admin")])
  }

  @Test("a change of anything else needs nobody to agree")
  func otherFields() {
    var difference = difference([Self.email])
    let before = difference
    difference.guardPassword(of: "admin", ["ann": .mustBeChanged])
    #expect(difference == before)
  }

  @Test("an account is not said to be unlocked by a password that is not set")
  func locked() {
    var difference = difference([Self.password])
    difference.notes = [.unlocksUser("admin"), .unlocksUser("bob")]
    difference.guardPassword(of: "admin", ["ann": .mustBeChanged])
    #expect(difference.notes == [.unlocksUser("bob"), .ownPasswordKept("admin")])
  }
}
