import Testing

@testable import KeystoneSeedCLI

@Suite struct ShellTests {
  @Test(arguments: [
    ("sh", Shell.sh), ("bash", .sh), ("dash", .sh), ("zsh", .sh), ("ksh", .sh), ("fish", .fish),
    ("csh", .csh), ("tcsh", .csh), ("powershell", .powershell), ("pwsh", .powershell),
  ])
  func `a shell is known by its name`(name: String, shell: Shell) {
    #expect(Shell(argument: name) == shell)
  }

  @Test func `any other is not`() {
    #expect(Shell(argument: "cmd") == nil)
  }

  struct Word: Sendable {
    let text: String
    let quoted: String
  }

  /// PowerShell is in no Debian; these are its rules (about_Quoting_Rules).
  @Test(arguments: [
    Word(text: "", quoted: "''"),
    Word(text: "$x `n \"q\" #!", quoted: "'$x `n \"q\" #!'"),
    Word(text: "it's", quoted: "'it''s'"),
    Word(text: "a\nb", quoted: "'a' + [char]0xa + 'b'"),
    Word(text: "é", quoted: "'' + [char]0xe9 + ''"),
    Word(text: "‘", quoted: "'' + [char]0x2018 + ''"),
    Word(text: "🔑", quoted: "'' + [char]0xd83d + '' + [char]0xdd11 + ''"),
  ])
  func `a word of PowerShell's is ASCII between single quotes`(word: Word) {
    #expect(Shell.powershell.quoted(word.text) == word.quoted)
  }

  @Test(arguments: [
    Word(text: "it's", quoted: #"'it'\''s'"#),
    Word(text: #"a\!"#, quoted: #"'a'\\''\!''"#),
    Word(text: "a\nb", quoted: "'a\\\nb'"),
  ])
  func `a word of csh's has its history and line ends escaped`(word: Word) {
    #expect(Shell.csh.quoted(word.text) == word.quoted)
  }

  @Test func `a path is quoted where PowerShell looks for it and sources it`() {
    #expect(
      Shell.powershell.source("/a b")
        == "if (Test-Path -LiteralPath ('/a b')) { . ('/a b') }"
    )
  }
}
