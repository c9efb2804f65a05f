import KeystoneClient
import Testing

@Suite struct RefusalIdentityBackendTests {
  static let sizeLimit =
    "Number of User/Group entities returned by LDAP exceeded size limit. Contact your LDAP "
    + "administrator."
  static let bind =
    "Unable to authenticate against Identity backend - Invalid username or password"

  @Test(arguments: [sizeLimit, bind])
  func whatLastsIsNotTriedAgain(_ text: String) {
    let refusal = Refusal(status: 500, message: text)
    #expect(refusal.isLastingBackendFailure)
    #expect(!KeystoneError(.refused(refusal)).isRetryable)
  }

  @Test func whatPassesIs() {
    let refusal = Refusal(status: 500, message: "An unexpected error prevented the server from")
    #expect(!refusal.isLastingBackendFailure)
    #expect(KeystoneError(.refused(refusal)).isRetryable)
    #expect(!Refusal(status: 503, message: Self.sizeLimit).isLastingBackendFailure)
  }

  @Test func theSizeLimitIsToldFromOtherFailures() {
    #expect(Refusal(status: 500, message: Self.sizeLimit).exceedsSizeLimit)
    #expect(!Refusal(status: 500, message: Self.bind).exceedsSizeLimit)
    #expect(!Refusal(status: 503, message: Self.sizeLimit).exceedsSizeLimit)
  }

  @Test func aGroupOfAnotherBackEndIsTold() {
    let text =
      "Group membership across backend boundaries is not allowed. Group in question is 1, user 2."
    #expect(Refusal(status: 403, message: text).isAcrossBackEnds)
    #expect(!Refusal(status: 403, message: text).namesNoPolicy)
    #expect(!Refusal(status: 404, message: text).isAcrossBackEnds)
    #expect(!Refusal(status: 403, message: "Group membership").isAcrossBackEnds)
  }

  @Test func aPolicyIsNamed() {
    let text = "You are not authorized to perform the requested action"
    #expect(Refusal(status: 403, message: text + ".").namesNoPolicy)
    #expect(!Refusal(status: 403, message: text + ": admin_required.").namesNoPolicy)
    #expect(!Refusal(status: 401, message: text + ".").namesNoPolicy)
  }
}
