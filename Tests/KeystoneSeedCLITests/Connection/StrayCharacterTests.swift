import Testing

@testable import KeystoneSeedCLI

@Suite struct StrayCharacterTests {
  @Test(arguments: [
    ("ADMIN\r", StrayCharacter(kind: .carriageReturn, place: .end)),
    ("ADMIN\n", StrayCharacter(kind: .lineEnd, place: .end)),
    ("ADMIN\r\n", StrayCharacter(kind: .lineEnd, place: .end)),
    ("ADMIN ", StrayCharacter(kind: .blank, place: .end)),
    ("ADMIN\t", StrayCharacter(kind: .blank, place: .end)),
    ("ADMIN\u{A0}", StrayCharacter(kind: .blank, place: .end)),
    (" ADMIN", StrayCharacter(kind: .blank, place: .start)),
    ("AD\nMIN", StrayCharacter(kind: .lineEnd, place: .middle)),
    ("\u{FEFF}ADMIN", StrayCharacter(kind: .other, place: .start)),
    ("ADMIN", nil), ("gAAAA-_==", nil),
  ])
  func tokenIsVisibleASCII(text: String, stray: StrayCharacter?) {
    #expect(StrayCharacter.inToken(text) == stray)
  }

  @Test func addressHasNoneAtItsEnds() {
    #expect(
      StrayCharacter.inURL("http://a\r") == StrayCharacter(kind: .carriageReturn, place: .end)
    )
    #expect(StrayCharacter.inURL(" http://a") == StrayCharacter(kind: .blank, place: .start))
    #expect(StrayCharacter.inURL("http://a b") == nil)
  }

  @Test func blankAtTheEndOfANameMayBeMeant() {
    #expect(StrayCharacter.inText("name ") == nil)
    #expect(StrayCharacter.inText("name\n") == StrayCharacter(kind: .lineEnd, place: .end))
    #expect(StrayCharacter.inText("na\nme") == nil)
  }
}
