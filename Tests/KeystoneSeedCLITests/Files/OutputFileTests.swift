import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct OutputFileTests {
  let directory: TemporaryDirectory
  let screen = Screen()

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func write(_ kind: OutputFile.Kind, over old: String?, isForced: Bool = false) throws {
    if let old { try directory.write(old, to: "file") }
    let context = CommandContext.test(screen: screen, currentDirectory: directory.path)
    try OutputFile(path: "file", kind: kind, isForced: isForced).write("new\n", in: context)
  }

  private static let dumped =
    "# What the Keystone at http://192.0.2.1/v2.0 holds, found by keystone-seed dump.\n#\n"
  private static let rcFile =
    "# Made by keystone-seed credentials. It holds a password.\n\nunset OS_TOKEN\n"

  private static let variables = "{\n  \"OS_PASSWORD\" : \"p\",\n  \"OS_USERNAME\" : \"nova\"\n}\n"
  private static let plan =
    "{\n  \"fingerprint\" : \"1\",\n  \"format\" : \"keystone-seed plan 1\"\n}\n"

  static let own: [(OutputFile.Kind, String)] = [
    (.dump, StampedText.stamped(dumped)),
    (.credentials, StampedText.stamped(rcFile)),
    (.credentials, StampedText.stamped(variables)),
    (.savedPlan, StampedText.stamped(plan)),
  ]

  @Test(arguments: own)
  func ownFileIsReplaced(kind: OutputFile.Kind, old: String) throws {
    try write(kind, over: old)
    #expect(try directory.content(of: "file") == "new\n")
  }

  @Test(arguments: [OutputFile.Kind.dump, .credentials, .savedPlan])
  func whatIsNotThereOrEmptyIsWritten(kind: OutputFile.Kind) throws {
    try write(kind, over: nil)
    try write(kind, over: "")
    #expect(try directory.content(of: "file") == "new\n")
  }

  @Test(arguments: [
    (OutputFile.Kind.dump, "# reviewed by three people\nroles: [admin]\n"),
    (.dump, own[1].1), (.credentials, "# my shell\nalias ll='ls -l'\n"), (.credentials, own[0].1),
    (.credentials, #"{"name": "x"}"#), (.savedPlan, "roles: []\n"), (.savedPlan, "\0\u{FF}"),
  ])
  func whatSomebodyElseHasWrittenIsKeptUnlessForced(kind: OutputFile.Kind, old: String) throws {
    let error = OutputFileError.isNotOurs(path: "file")
    #expect(throws: error) { try write(kind, over: old) }
    #expect(try directory.content(of: "file") == old)
    #expect(try directory.names == ["file"])
    #expect(error.message.rendered().contains("--force"))
    try write(kind, over: old, isForced: true)
    #expect(try directory.content(of: "file") == "new\n")
  }

  /// An older version wrote no checksum, so that edits are unknown.
  @Test(arguments: [
    (OutputFile.Kind.dump, StampedText.stamped(dumped) + "roles: [mine]\n"), (.dump, dumped),
    (.credentials, StampedText.stamped(rcFile).replacing("TOKEN", with: "URL")),
    (.credentials, rcFile),
    (.credentials, StampedText.stamped(variables).replacing("\"p\"", with: "\"mine\"")),
    (.credentials, variables),
    (.savedPlan, StampedText.stamped(plan).replacing("\"1\"", with: "\"2\"")), (.savedPlan, plan),
  ])
  func whatWasEditedIsKeptUnlessForced(kind: OutputFile.Kind, old: String) throws {
    let error = OutputFileError.isEdited(path: "file")
    #expect(throws: error) { try write(kind, over: old) }
    #expect(try directory.content(of: "file") == old)
    #expect(error.message.rendered().contains("--force"))
    try write(kind, over: old, isForced: true)
    #expect(try directory.content(of: "file") == "new\n")
  }

  @Test(arguments: [own[0].1, own[1].1, own[3].1, ""])
  func whatIsReadOnlyIsKeptUnlessForced(old: String) throws {
    let path = try directory.write(old, to: "file")
    #expect(chmod(path, 0o444) == 0)
    let error = OutputFileError.isReadOnly(path: "file")
    for kind in [OutputFile.Kind.dump, .credentials, .savedPlan] {
      #expect(throws: error) { try write(kind, over: nil) }
    }
    #expect(try directory.content(of: "file") == old)
    #expect(error.message.rendered().contains("read-only"))
    try write(.dump, over: nil, isForced: true)
    #expect(try directory.content(of: "file") == "new\n")
  }

  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1"])
  func standardOutputIsNoFile(path: String) throws {
    let context = CommandContext.test(screen: screen, currentDirectory: directory.path)
    try OutputFile(path: path, kind: .dump).write("new\n", in: context)
    #expect(screen.output == "new\n")
    #expect(try directory.names.isEmpty)
  }
}
