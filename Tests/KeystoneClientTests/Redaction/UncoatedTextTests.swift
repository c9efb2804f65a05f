import Testing

@testable import KeystoneClient

@Suite struct UncoatedTextTests {
  @Test func knowsWhereEachByteCameFrom() throws {
    let text = UncoatedText(Array("a%252Fb".utf8))
    let once = try #require(text.without(.percent))
    #expect(String(decoding: once.bytes, as: UTF8.self) == "a%2Fb")
    let twice = try #require(once.without(.percent))
    #expect(String(decoding: twice.bytes, as: UTF8.self) == "a/b")
    #expect(twice.original(1..<2) == 1..<6)
    #expect(twice.original(0..<3) == 0..<7)
    #expect(twice.without(.percent)?.bytes == nil)
  }

  @Test func textWithoutACoatIsNotCopied() {
    #expect(UncoatedText(Array("100 % &c. a".utf8)).without(.percent)?.bytes == nil)
    #expect(UncoatedText(Array("100 % &c. a".utf8)).without(.markup)?.bytes == nil)
    #expect(UncoatedText([]).without(.backslash)?.bytes == nil)
  }
}
