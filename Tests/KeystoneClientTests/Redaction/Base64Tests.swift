import Foundation
import Testing

@testable import KeystoneClient

@Suite struct Base64Tests {
  @Test(arguments: ["swordfish", "a", "ab", "abc", "p>?>?>?ä/+"], 0..<6)
  func coreIsInEveryTextThatHoldsTheBytes(secret: String, before: Int) {
    let text = String(repeating: "x", count: before) + secret + "yz"
    let encoded = Array(Data(text.utf8).base64EncodedString().utf8)
    let core = Base64.core(of: Array(secret.utf8), offset: before % 3)
    #expect(core.count >= secret.utf8.count - 1)
    #expect(core.isEmpty || encoded.firstRange(of: core) != nil)
  }

  @Test func eitherAlphabetIsRead() {
    #expect(Base64.decoded(Array("-_8".utf8)[...]) == Base64.decoded(Array("+/8".utf8)[...]))
    #expect(Base64.decoded(Array("bm92YTphYmM".utf8)[...]) == Array("nova:abc".utf8))
    #expect(Base64.decoded(Array("no!".utf8)[...]) == nil)
    #expect(Base64.urlSafe(Array("a+/".utf8)) == Array("a-_".utf8))
  }
}
