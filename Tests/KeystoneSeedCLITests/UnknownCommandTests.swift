import Testing

@testable import KeystoneSeedCLI

@Suite struct UnknownCommandTests {
  @Test(arguments: [
    ("users-list", "There is no command 'users-list'. Did you mean user-list?"),
    ("Apply", "There is no command 'Apply'. Did you mean apply?"),
    ("diif", "There is no command 'diif'. Did you mean diff?"),
    ("manuals", "There is no command 'manuals'."),
    (
      "user-create",
      "There is no command 'user-create'. What there is to be stands in the seed, which "
        + "'keystone-seed apply' makes so."
    ),
    (
      "import",
      "There is no command 'import'. 'keystone-seed dump' writes a live cloud down as a seed."
    ),
    ("lint", "There is no command 'lint'. 'keystone-seed validate' checks a seed offline."),
    ("seed\u{7}.yaml", #"There is no command 'seed\x07.yaml'."#),
  ])
  func `a command that there is not is called so`(word: String, message: String) async {
    let screen = Screen()
    let status = await Program.run([word, "x"], in: .test(screen: screen))
    #expect(status == .usage)
    #expect(
      screen.error == """
        error: \(message)
        Usage: keystone-seed <subcommand>
          See 'keystone-seed --help' for more information.

        """
    )
  }

  @Test(arguments: ["validate", "diff", "user-list", "user-get", "manual", "--version"])
  func `one that there is passes`(word: String) throws {
    try UnknownCommand.check([word, "x"], KeystoneSeedCommand.self)
  }
}
