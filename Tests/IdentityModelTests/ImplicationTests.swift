import IdentityModel
import Testing

@Suite struct ImplicationTests {
  @Test func `implications sort by the role that implies, then by the other`() {
    let sorted = [
      Implication("a", implies: "z"), Implication("b", implies: "m"),
      Implication("b", implies: "n"), Implication(QualifiedName("a", of: "corp"), implies: "b"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted[0].description == "a implies z")
    #expect(sorted[0].parts == [.role("a"), .role("z")])
    #expect(
      ResourceKey.implication(Implication("Ops ", implies: "Reader")).folded
        == .implication(Implication("ops", implies: "reader"))
    )
  }

  @Test func `whatever a seed says of implications is a reason to look`() {
    #expect(!DesiredState().saysWhatIsImplied)
    var declared = DesiredState()
    declared.implications = [Implication("a", implies: "b")]
    var none = DesiredState()
    none.rolesWithDeclaredImplications = ["a"]
    var absent = DesiredState()
    absent.absent.implications = [Implication("a", implies: "b")]
    #expect([declared, none, absent].allSatisfy { $0.saysWhatIsImplied })
  }
}
