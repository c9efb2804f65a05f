import Testing

@testable import KeystoneSandbox

@Suite struct EC2CredentialTests {
  @Test func itsSecretIsInNoDump() {
    let credential = EC2Credential(access: "a", secret: "s3cret", userID: "u", tenantID: "t")
    var dumped = "\(credential)"
    dump(credential, to: &dumped)
    #expect(!dumped.contains("s3cret"))
    #expect(credential.document["secret"] == "s3cret")
  }
}
