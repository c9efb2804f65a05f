import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct SecretReaderTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func whatCannotBeReadIsKnownWithoutReadingOrRunningIt() throws {
    let file = try directory.write("a\nb\n", to: "password")
    let missing = "\(directory.path)/missing"
    let reader = reader(["SET": "s", "EMPTY": ""])
    #expect(reader.obstacle(to: .environment("SET")) == nil)
    #expect(
      reader.obstacle(to: .environment("UNSET")) == SecretError(.environment("UNSET"), .unset)
    )
    #expect(
      reader.obstacle(to: .environment("EMPTY")) == SecretError(.environment("EMPTY"), .empty)
    )
    #expect(reader.obstacle(to: .file(file)) == nil)
    #expect(
      reader.obstacle(to: .file(missing)) == SecretError(.file(missing), .file(.missing))
    )
    #expect(reader.obstacle(to: .command(["touch", missing])) == nil)
    #expect(!InputFile.exists(missing))
    #expect(reader.obstacle(to: .literal(Secret("s"))) == nil)
  }

  @Test func everySourceIsRead() async throws {
    let file = try directory.write("from a file\n", to: "password")
    let passwords = try await reader(["PASSWORD": "from the environment"]).read([
      "a": .literal(Secret("from the seed")),
      "b": .environment("PASSWORD"),
      "c": .file(file),
      "d": .command(["printf", "%s\\n", "from a program"]),
    ])
    #expect(
      passwords == [
        "a": Secret("from the seed"), "b": Secret("from the environment"),
        "c": Secret("from a file"), "d": Secret("from a program"),
      ]
    )
  }

  @Test(arguments: [
    ("pass", "pass"), ("pass\n", "pass"), ("pass\r\n", "pass"), (" pass ", " pass "),
    ("pass\r", "pass\r"), ("pä\u{308}ß\n", "pä\u{308}ß"),
  ])
  func oneLineEndIsRemovedAndNothingElse(content: String, password: String) async throws {
    let file = try directory.write(content, to: "password")
    let read = try await reader().read(["a": .file(file)])
    #expect(read["a"]?.exposed().utf8.elementsEqual(password.utf8) == true)
  }

  @Test(
    arguments: [
      ([], SecretError.Reason.empty), ([10], .empty), ([13, 10], .empty),
      ([97, 0, 98], .holdsNUL), ([0xFF], .invalidUTF8), ([97, 10, 98], .severalLines),
      ([97, 10, 10], .severalLines),
    ] as [([UInt8], SecretError.Reason)]
  )
  func whatIsNoPasswordIsRefused(content: [UInt8], reason: SecretError.Reason) async throws {
    let file = try directory.write(content, to: "password")
    await #expect(throws: SecretErrors(errors: ["a": SecretError(.file(file), reason)])) {
      try await reader().read(["a": .file(file)])
    }
  }

  @Test func everyErrorIsReportedByItsUser() async {
    let errors: [QualifiedName: SecretError] = [
      "a": SecretError(.literal, .empty),
      "b": SecretError(.environment("UNSET"), .unset),
      "c": SecretError(.environment("EMPTY"), .empty),
      "d": SecretError(.file("/missing"), .file(.missing)),
      "e": SecretError(.command("sh"), .command(.exited(status: 3))),
      "f": SecretError(.command("sh"), .command(.killed(signal: 9))),
    ]
    await #expect(throws: SecretErrors(errors: errors)) {
      try await reader(["EMPTY": ""]).read([
        "a": .literal(Secret("")),
        "b": .environment("UNSET"),
        "c": .environment("EMPTY"),
        "d": .file("/missing"),
        "e": .command(["sh", "-c", "echo s3cret; exit 3"]),
        "f": .command(["sh", "-c", "kill -9 $$"]),
        "good": .literal(Secret("good")),
      ])
    }
  }

  @Test func sharedCommandRunsOnce() async throws {
    let command = ["sh", "-c", "echo x >> '\(directory.path)/runs'; echo secret"]
    let passwords = try await reader().read(["a": .command(command), "b": .command(command)])
    #expect(passwords == ["a": Secret("secret"), "b": Secret("secret")])
    #expect(try directory.content(of: "runs") == "x\n")
  }

  @Test func spellingsThatSwiftHoldsForEqualStayApart() async throws {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    let passwords = try await reader().read([
      "a": .literal(Secret(composed)), "b": .literal(Secret(decomposed)),
    ])
    #expect(passwords["a"]?.exposed().utf8.count == 2)
    #expect(passwords["b"]?.exposed().utf8.count == 3)
  }

  @Test func moreCommandsThanRunAtOnceAreAllRead() async throws {
    let users = (0..<40).map { QualifiedName("user\($0)") }
    let passwords = try await reader().read(
      Dictionary(uniqueKeysWithValues: users.map { ($0, .command(["echo", $0.text])) })
    )
    #expect(passwords.count == 40)
    #expect(passwords.allSatisfy { $0.key.text == $0.value.exposed() })
  }

  @Test func errorsHoldNothingThatWasRead() async throws {
    let file = try directory.write("s3cret\ns3cret", to: "password")
    do throws(SecretErrors) {
      _ = try await reader(["S": "s3cret\0"]).read([
        "a": .file(file), "b": .environment("S"), "c": .literal(Secret("s3cret\0")),
        "d": .command(["sh", "-c", "echo s3cret; exit 1", "s3cret"]),
      ])
      Issue.record("read")
    } catch {
      #expect(error.errors.count == 4)
      var dumped = ""
      dump(error, to: &dumped)
      #expect(!"\(error) \(dumped) \(error.message)".contains("s3cret"))
    }
  }

  private func reader(_ variables: [String: String] = [:]) -> SecretReader {
    SecretReader(environment: Environment(variables))
  }
}
