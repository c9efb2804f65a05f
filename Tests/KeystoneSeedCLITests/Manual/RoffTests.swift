import Testing

@testable import KeystoneSeedCLI

@Suite struct RoffTests {
  @Test(arguments: [
    ("a--b", #"a\-\-b"#), (#"a\b"#, #"a\eb"#), ("it's `x` ~ ^", #"it\(aqs \(gax\(ga \(ti \(ha"#),
    ("é …", "é …"),
  ])
  func `words stand for themselves`(text: String, expected: String) {
    #expect(Roff.escaped(text) == expected)
  }

  @Test(arguments: [(".SH", "\\&.SH\n"), ("'x", "\\(aqx\n"), ("a.", "a.\n")])
  func `a line is no request`(text: String, expected: String) {
    #expect(Roff.line(text) == expected)
  }

  @Test func `an indented paragraph stays as it is`() {
    #expect(
      Roff.paragraphs("One\ntwo.\n\n  $ a\n    b\n\nThree.") == """
        .PP
        One
        two.
        .PP
        .RS 4
        .nf
        $ a
          b
        .fi
        .RE
        .PP
        Three.

        """
    )
  }
}
