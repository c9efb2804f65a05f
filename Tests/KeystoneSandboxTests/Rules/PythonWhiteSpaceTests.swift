import Testing

@testable import KeystoneSandbox

@Suite struct PythonWhiteSpaceTests {
  @Test(arguments: [
    ("x", "x"), (" x y ", "x y"), ("\u{A0}\u{2003}x\n", "x"), ("\u{1C}x\u{1F}", "x"),
    ("\u{200B}x", "\u{200B}x"), (" \t ", ""), ("", ""),
  ])
  func strippingIsPythons(text: String, stripped: String) {
    #expect(PythonWhiteSpace.stripped(text) == stripped)
  }
}
