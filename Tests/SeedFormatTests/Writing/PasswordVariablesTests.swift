import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct PasswordVariablesTests {
  @Test(arguments: [
    ("nova", "NOVA_PASSWORD"),
    ("heat-cfn", "HEAT_CFN_PASSWORD"),
    ("  o'b\u{E9} $x!  ", "O_B_X_PASSWORD"),
    ("1st", "USER_1ST_PASSWORD"),
    ("日本", "USER_PASSWORD"),
    ("os", "OS_2_PASSWORD"),
  ])
  func `a variable is the name as a shell can write it`(user: String, variable: String) {
    #expect(PasswordVariables.names(for: [QualifiedName(user)]) == [QualifiedName(user): variable])
  }

  @Test func `no two users share one, whatever their order`() {
    let users: [QualifiedName] = ["a.b", "a-b", "A_B", "日", "本", "a_b_2"]
    let names = PasswordVariables.names(for: users)
    #expect(Set(names.values).count == users.count)
    #expect(PasswordVariables.names(for: users.reversed()) == names)
    #expect(names["A_B"] == "A_B_PASSWORD")
    #expect(names["a-b"] == "A_B_2_PASSWORD")
  }
}
