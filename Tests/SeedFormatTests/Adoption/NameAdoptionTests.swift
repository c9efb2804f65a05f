import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct NameAdoptionTests {
  @Test(
    arguments: [
      ("nova", nil),
      ("o'b\u{E9} $x!\"", nil),
      ("", "cannot be declared: a role's name can't be blank"),
      ("a\n", "cannot be declared: a role's name can't hold control characters or line ends"),
      ("a${b}", nil),
    ] as [(Name, String?)]
  )
  func `an item of a list is held to its rule`(name: Name, refusal: String?) {
    var names = NameAdoption(rule: .role, place: .inList)
    #expect(names.refusal(of: name) == refusal)
    #expect(names.refusal(of: name) == refusal)
  }

  @Test func `a key can hold no placeholder, and stands alone among its spellings`() {
    var names = NameAdoption(rule: .user, place: .asKey)
    #expect(names.refusal(of: "a${b}") == "cannot be declared: a key cannot hold \"${\"")
    #expect(names.refusal(of: "\u{E9}") == nil)
    #expect(names.refusal(of: "e\u{301}")?.hasSuffix("only in how accents are encoded") == true)
  }

  @Test func `MySQL sees neither case nor blanks at the end`() {
    let names = NameAdoption(rule: .role, place: .inList)
    let found = names.lookalikes(among: ["admin", "Admin ", "Admin", "member"] as [Name])
    #expect(found.map(\.name) == ["Admin ", "admin"])
    #expect(found.map(\.other) == ["Admin", "Admin"])
  }
}
