import IdentityModel
import Testing
import Texts

@Suite struct ResourceOptionsTests {
  @Test func `those that are named are fields, in the order in which a plan shows them`() {
    var options = ResourceOptions([
      .factorRules: .rules([["totp", "password"], ["password"]]), .locksPassword: .flag(false),
      .ignoresExpiry: .absent,
    ])
    #expect(
      options.fields == [
        FieldSetting(.ignoresExpiry, .absent), FieldSetting(.locksPassword, .flag(false)),
        FieldSetting(.factorRules, .texts(["password", "password+totp"])),
      ]
    )
    #expect(!options.isEmpty && !options.areOfImmutable)
    options[.immutable] = .flag(true)
    #expect(options.areOfImmutable)
    options[.immutable] = .flag(false)
    #expect(!options.areOfImmutable)
    #expect(ResourceOptions().isEmpty && ResourceOptions().fields.isEmpty)
  }

  @Test func `neither the order of rules nor that of methods means anything`() {
    let one = ResourceOptions([.factorRules: .rules([["a", "b"], ["c"]])])
    let other = ResourceOptions([.factorRules: .rules([["c"], ["b", "a"]])])
    #expect(one.fields == other.fields)
  }

  @Test func `what is not to be set is as good as what is not set`() {
    #expect(FieldValue.areEquivalent(.absent, nil))
    #expect(FieldValue.areEquivalent(.absent, .texts([])))
    #expect(!FieldValue.areEquivalent(.absent, .flag(false)))
    #expect(!FieldValue.areEquivalent(.flag(false), nil))
  }
}
