import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

struct TLSFaultWordsTests {
  @Test(arguments: TLSFault.allCases)
  func wordsGoOnAfterTheRequestAndHintsAreSentences(fault: TLSFault) {
    #expect(fault.words.first?.isLowercase == true)
    let hints = fault.hints(for: "https://192.0.2.1:35357")
    #expect(!hints.isEmpty)
    #expect(hints.allSatisfy { $0.hasSuffix(".") })
  }

  @Test(arguments: [
    (TLSFault.certificateWanted, "--os-cert FILE and --os-key FILE"),
    (.handshakeRefusedWithoutCertificate, "--os-cert FILE and --os-key FILE"),
    (.notTLS, "http://192.0.2.1:35357."), (.versionTooOld, "TLS 1.2"), (.expired, "clock"),
    (.otherHost, "host name"), (.brokenOff, "https://192.0.2.1:35357 speak TLS"),
  ])
  func hintSaysWhatToDoNext(fault: TLSFault, hint: String) {
    #expect(fault.hints(for: "https://192.0.2.1:35357").joined().contains(hint))
  }
}
