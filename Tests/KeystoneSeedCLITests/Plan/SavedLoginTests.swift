import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct SavedLoginTests {
  @Test func everyAnswerIsKeptByName() {
    let checks: [QualifiedName: PasswordCheck] = [
      "h": .domainDisabled(id: "default"), "g": .failed("500"), "f": .readOnly, "e": .mustBeChanged,
      "d": .toBeUnlocked, "c": .locked,
      "b": .userDisabled, "a": .refused, "A": .accepted,
    ]
    #expect(
      SavedLogin.of(checks).map(\.answer) == [
        .accepted, .refused, .disabled, .locked, .locked, .mustBeChanged, .notChecked, .notChecked,
        .domainDisabled,
      ]
    )
  }

  /// Two users to Keystone, and one text to Swift.
  @Test func namesThatLookAlikeAreKeptApart() {
    let checks: [QualifiedName: PasswordCheck] = ["Jos\u{E9}": .accepted, "Jose\u{301}": .locked]
    #expect(SavedLogin.of(checks).count == 2)
    #expect(SavedLogin.changes(from: SavedLogin.of(checks), to: checks).isEmpty)
  }

  @Test func onlyWhoWasAskedAboutTwiceHasChanged() {
    let saved = SavedLogin.of(["ann": .accepted, "bob": .accepted, "gone": .refused])
    let now: [QualifiedName: PasswordCheck] = ["ann": .locked, "bob": .accepted, "new": .refused]
    #expect(
      SavedLogin.changes(from: saved, to: now) == [SavedLogin(user: "ann", answer: .locked)]
    )
  }
}
