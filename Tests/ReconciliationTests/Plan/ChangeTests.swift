import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("A change holds all that it takes to carry it out")
struct ChangeTests {
  @Test("a new row holds what is carried over and what is changed")
  func settings() {
    let change = Change(
      .replace,
      .endpoint(.nova),
      fields: [
        FieldChange(.publicURL, to: .template(URLTemplate("p"))), FieldChange(.email, to: nil),
      ],
      carried: [FieldSetting(.adminURL, .template(URLTemplate("a")))]
    )
    #expect(change.settings.count == 2)
    #expect(change.settings[.publicURL] == .template(URLTemplate("p")))
    #expect(change.settings[.adminURL] == .template(URLTemplate("a")))
    #expect(change.sets(.publicURL))
    #expect(!change.sets(.email), "a field that goes is not set")
    #expect(!change.sets(.adminURL), "what is carried over is not changed")
  }

  @Test("changes are shown by action, then by kind, deletes the other way round, then by key")
  func order() {
    let sorted = [
      Change(.create, .role("admin")),
      Change(.create, .tenant("acme")),
      Change(.create, .user("ann")),
      Change(.create, .user("bob")),
      Change(.create, .assignment("ann", "acme", "admin")),
      Change(.create, .service(.nova)),
      Change(.create, .endpoint(.nova)),
      Change(.update, .tenant("acme")),
      Change(.replace, .endpoint(.nova)),
      Change(.delete, .endpoint(.nova), liveID: "1"),
      Change(.delete, .endpoint(.nova), liveID: "2"),
      Change(.delete, .service(.nova)),
      Change(.delete, .assignment("ann", "acme", "admin")),
      Change(.delete, .user("ann")),
      Change(.delete, .tenant("acme")),
      Change(.delete, .role("admin")),
    ]
    #expect(sorted.reversed().sorted(by: Change.precedes) == sorted)
    for change in sorted { #expect(!Change.precedes(change, change)) }
  }
}
