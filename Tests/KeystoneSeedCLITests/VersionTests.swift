import Testing

@testable import KeystoneSeedCLI

@Suite struct VersionTests {
  @Test func commitIsSaidWhereItIsKnown() {
    #expect(
      Version.lines(commit: "0a1b2c3d", library: "libcurl/7.88.1") == """
        keystone-seed \(Version.number), commit 0a1b2c3d
        libcurl/7.88.1
        Identity API v2.0 and v3
        """
    )
  }

  @Test func buildWithoutACommitSaysNone() {
    let lines = Version.lines.split(separator: "\n")
    #expect(lines.first == "keystone-seed \(Version.number)")
    #expect(lines.dropFirst().first?.hasPrefix("libcurl/") == true)
  }
}
