import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct ShownChangeTests {
  @Test func `only what is updated had another name`() {
    let fields = [FieldChange(.name, from: .text("old"), to: .text("new"))]
    let update = Change(.update, .user("new"), liveID: "1", fields: fields)
    #expect(ShownChange(update).formerKey == .user("old"))
    #expect(ShownChange(ChangeDocument(update))?.formerKey == .user("old"))
    let create = ChangeDocument(Change(.create, .user("new")))
    #expect(ShownChange(create)?.formerKey == nil)
  }

  @Test func `a saved change is the change that was saved`() {
    let change = Change(.delete, .image, liveID: "1", reason: .unmanaged)
    #expect(ShownChange(ChangeDocument(change)) == ShownChange(change))
  }
}
