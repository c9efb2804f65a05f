import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

/// What docs/library.md shows, built as another package would build it.
@Suite struct LibraryExampleTests {
  @Test func exampleOnThePageIsTheOneThatIsBuilt() throws {
    let page = try contentOfProjectFile("docs/library.md")
    let source = try contentOfProjectFile("docs/library/main.swift")
    #expect(page.contains("held by LibraryExampleTests -->\n```swift\n\(source)```\n"))
  }

  @Test func exampleListsUsersMakesOneAndCatchesTheConflict() async throws {
    let configuration = SandboxConfiguration(release: .current, adminPassword: "s3cret")
    let sandbox = try await KeystoneSandbox.start(configuration)
    let example = try ChildProcess(
      [ProgramProcess.path(of: "library-example")],
      environment: ["OS_AUTH_URL": sandbox.version3URL, "OS_PASSWORD": "s3cret"]
    )
    let output = try example.standardOutput(limit: 1 << 10)
    await sandbox.stop()
    #expect(String(decoding: output, as: UTF8.self) == "admin\nmade nova\nnova is there\n")
  }
}
