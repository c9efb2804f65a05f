import Testing

@testable import KeystoneSeedCLI

@Suite struct UnknownOptionTests {
  static let plan = ". 'keystone-seed plan' shows what apply would do."

  static let cases: [(arguments: [String], option: String, hint: String)] = [
    (["apply", "--dry"], "--dry", plan), (["apply", "--dry-run"], "--dry-run", plan),
    (["plan", "--check"], "--check", plan), (["apply", "--diff"], "--diff", plan),
    (["apply", "--no"], "--no", ""), (["apply", "--ask"], "--ask", ""),
    (["dump", "--forse"], "--forse", ""), (["plan", "--yes"], "--yes", ""),
    (["apply", "--var", "vip=1"], "--var", ". Did you mean '--set'?"),
    (["apply", "--var=vip=1"], "--var", ". Did you mean '--set'?"),
    (["apply", "-y"], "-y", ". Did you mean '--yes'?"),
    (["apply", "--auto-approve"], "--auto-approve", ". Did you mean '--yes'?"),
    (["apply", "--assume-yes"], "--assume-yes", ". Did you mean '--yes'?"),
    (["apply", "--prun"], "--prun", ". Did you mean '--prune'?"),
  ]

  @Test(arguments: cases)
  func `nobody is led to what keeps a question from being asked`(
    arguments: [String],
    option: String,
    hint: String
  ) async {
    let screen = Screen()
    let status = await Program.run(arguments, in: .test(screen: screen))
    #expect(status == .usage)
    let line = screen.error.prefix { $0 != "\n" }
    #expect(line == "error: Unknown option '\(option)'\(hint)")
    #expect(screen.error.contains("\nUsage: keystone-seed \(arguments[0])"))
  }

  @Test(arguments: ["Error: Missing value for '--set'\nUsage: x", "USAGE: x\n", ""])
  func `other messages stay as they are`(message: String) {
    #expect(UnknownOption.reworded(message, command: "apply") == message)
  }
}
