import Testing

@testable import KeystoneSeedCLI

@Suite struct DotenvFileTests {
  struct Line: Sendable {
    let value: String
    let quoted: String
  }

  @Test(arguments: [
    Line(value: "", quoted: "''"),
    Line(value: "a #b \"c\" $d `e` !", quoted: "'a #b \"c\" $d `e` !'"),
    Line(value: "it's", quoted: #""it's""#),
    Line(value: "it's #1 & more", quoted: #""it's #1 & more""#),
    Line(value: "it's $5", quoted: #"'it\'s $5'"#),
    Line(value: "it's \"5\"", quoted: #"'it\'s "5"'"#),
    Line(value: #"a\b"#, quoted: #"'a\b'"#),
    Line(value: "a\nb", quoted: "'a\nb'"),
    Line(value: #"a\\b"#, quoted: #""a\\\\b""#),
    Line(value: #"a\'b"#, quoted: #""a\\'b""#),
    Line(value: "a\"\rb", quoted: #""a\"\rb""#),
  ])
  func `both readers agree on a value, in single quotes where they can`(line: Line) {
    let value = DotenvValue(line.value)
    #expect(value.quoted == line.quoted)
    #expect(!value.isContested)
  }

  @Test(arguments: [
    Line(value: "${HOME}", quoted: "\"${:-$}{HOME}\""),
    Line(value: #"a\"#, quoted: #""a${:-\}""#),
    Line(value: #"$'\'"#, quoted: #""$'\\'""#),
  ])
  func `python-dotenv is followed where they cannot`(line: Line) {
    let value = DotenvValue(line.value)
    #expect(value.quoted == line.quoted)
    #expect(value.isContested)
  }

  @Test func `a file has a line for each variable`() throws {
    let file = DotenvFile(credentials: try .make(password: "${x}"))
    #expect(
      file.text == """
        # Made by keystone-seed credentials. It holds a password.
        OS_USERNAME='admin'
        OS_PASSWORD="${:-$}{x}"
        OS_TENANT_NAME='admin'
        OS_PROJECT_NAME='admin'
        OS_AUTH_URL='http://192.0.2.1:5000/v2.0'
        OS_REGION_NAME='regionOne'

        """
    )
    #expect(file.contestedVariables == ["OS_PASSWORD"])
  }

  @Test(arguments: [
    ("plain", false), ("it's", false), ("$5 `x` \"q\"", false), (#"a\b"#, false),
    ("it's $5", true), ("it's `x`", true), (#"it's \"#, true), (#"a\\b"#, true), ("a\rb'", true),
  ])
  func `node and shells are not followed where escapes are needed`(
    value: String,
    isEscaped: Bool
  ) {
    #expect(DotenvValue(value).isEscaped == isEscaped)
  }
}
