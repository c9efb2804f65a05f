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
    #expect(ShownChange(ChangeDocument(change)) != ShownChange(Change(.create, .image)))
  }

  @Test func `what is made below another one says so, saved or not`() {
    let tenant = Tenant(name: "part", description: "d", parent: "whole")
    let change = Change.create(.tenant(tenant))
    let saved = ShownChange(ChangeDocument(change))
    #expect(saved == ShownChange(change))
    #expect(saved?.wholeOfNew == "whole")
    #expect(ShownChange(change).wholeOfNew == "whole")
    #expect(ShownChange(.create(.role(Role(name: "part")))).wholeOfNew == nil)
  }
}
