import IdentityModel
import Testing
import Texts

@testable import Reconciliation

@Suite("What logins say of many users at once is said once")
struct UserPasswordsTests {
  private func said(_ checks: [QualifiedName: PasswordCheck]) -> [PlanNote] {
    let declared: [QualifiedName: Secret] = ["ann": Secret("p"), "bob": Secret("p")]
    return UserPasswords(declared: Set(declared.keys), checks: checks).notes
  }

  @Test("each sort in the order of names, and only of passwords that the seed declares")
  func notes() {
    #expect(
      said(["bob": .refused, "ann": .refused, "eve": .refused]) == [
        .refusedLogins(["ann", "bob"])
      ]
    )
    #expect(
      said(["bob": .readOnly, "ann": .refused])
        == [.passwordsOfReadOnlyUsers(["bob"]), .refusedLogins(["ann"])]
    )
    #expect(said(["ann": .accepted, "bob": .locked]).isEmpty)
    #expect(said(["bob": .toBeUnlocked, "ann": .refused]) == [.refusedLogins(["ann"])])
  }
}
