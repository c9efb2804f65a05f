import Testing

@testable import KeystoneSandbox

@Suite struct NameCollationTests {
  @Test(arguments: [
    ("demo", "Demo"), ("Jose", "José"), ("strase", "straße"), ("a", "a  "), ("ΣΙΣ", "σίς"),
    ("ЕЛКА", "ёлка"), ("I", "ı"),
  ])
  func mariaDBTakesThemForOne(name: String, twin: String) {
    #expect(NameCollation.generalCI.key(of: name) == NameCollation.generalCI.key(of: twin))
    #expect(!ExactText.same(NameCollation.exact.key(of: name), NameCollation.exact.key(of: twin)))
  }

  @Test(arguments: [
    ("и", "й"), ("o", "ø"), ("e", "e\u{301}"), ("a", " a"), ("ƀ", "\u{243}"), ("ss", "ß"),
  ])
  func mariaDBTellsThemApart(name: String, other: String) {
    let keys = [name, other].map { ExactText(NameCollation.generalCI.key(of: $0)) }
    #expect(keys[0] != keys[1])
  }

  @Test func fourBytesHaveNoRoom() {
    #expect(!NameCollation.generalCI.canStore("😀"))
    #expect(NameCollation.generalCI.canStore("\u{FFFD}"))
    #expect(NameCollation.exact.canStore("😀"))
  }

  @Test func longTextFitsIntoSQLiteAlone() {
    let text = JSONValue.string(String(repeating: "d", count: 65_536))
    #expect(NameCollation.exact.canHold(text))
    #expect(!NameCollation.generalCI.canHold(text))
    #expect(NameCollation.generalCI.canHold(.null))
  }
}
