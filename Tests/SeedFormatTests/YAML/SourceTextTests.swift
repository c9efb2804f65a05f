import Testing

@testable import SeedFormat

@Suite struct SourceTextTests {
  static let refused: [(bytes: [UInt8], line: String)] = [
    (Array("a: b\u{0}".utf8), "f:1:5: error: the file holds a NUL byte: is it text?"),
    (Array("é: \u{7}".utf8), "f:1:4: error: the file holds the control character 0x07"),
    (Array("a:\n  b\u{7F}".utf8), "f:2:4: error: the file holds the control character 0x7F"),
    (
      Array("a: 1\nb: é".utf8) + [0xC3, 0x28],
      "f:2:5: error: the file is not UTF-8 text (save it as UTF-8)"
    ),
    (
      [0xEF, 0xBB, 0xBF, 0x61, 0xE9],
      "f:1:3: error: the file is not UTF-8 text (save it as UTF-8)"
    ),
    ([0xFF, 0xFE, 0x61, 0], "f:1:1: error: the file is UTF-16 text (save it as UTF-8)"),
    ([0xFE, 0xFF, 0, 0x61], "f:1:1: error: the file is UTF-16 text (save it as UTF-8)"),
    ([0x61, 0, 0x3A, 0], "f:1:1: error: the file is UTF-16 text (save it as UTF-8)"),
  ]

  @Test(arguments: refused)
  func `refuses what is not text and says where`(bytes: [UInt8], line: String) {
    var diagnostics = DiagnosticCollector(file: "f")
    #expect(SourceText.content(of: bytes, into: &diagnostics) == nil)
    #expect(diagnostics.sorted().map(\.description) == [line])
  }

  @Test func `refuses a file that is too long`() {
    var diagnostics = DiagnosticCollector(file: "f")
    let bytes = [UInt8](repeating: 0x20, count: SourceText.byteLimit + 1)
    #expect(SourceText.content(of: bytes, into: &diagnostics) == nil)
    #expect(diagnostics.sorted().map(\.message) == ["the file is longer than 256 MiB"])
  }

  @Test func `drops a byte order mark and keeps everything else`() {
    var diagnostics = DiagnosticCollector(file: "f")
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a:\tb\r\nç".utf8)
    #expect(SourceText.content(of: bytes, into: &diagnostics) == bytes.dropFirst(3))
    #expect(diagnostics.sorted().isEmpty)
  }
}
