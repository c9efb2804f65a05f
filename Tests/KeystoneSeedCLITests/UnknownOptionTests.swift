import Testing

@testable import KeystoneSeedCLI

@Suite struct UnknownOptionTests {
  static let onlyApply = ". Only 'keystone-seed apply' has '--yes'."
  static let plan = ". 'keystone-seed plan' shows what apply would do."

  static let cases: [(arguments: [String], option: String, hint: String)] = [
    (["apply", "--dry"], "--dry", plan), (["apply", "--dry-run"], "--dry-run", plan),
    (["plan", "--check"], "--check", plan), (["apply", "--diff"], "--diff", plan),
    (["apply", "--no"], "--no", ""), (["apply", "--ask"], "--ask", ""),
    (["dump", "--forse"], "--forse", ""), (["plan", "--yes"], "--yes", onlyApply),
    (["diff", "--yes"], "--yes", onlyApply), (["verify", "-y"], "-y", onlyApply),
    (["dump", "--auto-approve"], "--auto-approve", onlyApply),
    (["apply", "-auto-approve"], "-auto-approve", ". Did you mean '--yes'?"),
    (["apply", "-var", "a=b"], "-var", ". Did you mean '--set'?"),
    (["plan", "-e", "a=b"], "-e", ". Did you mean '--set'?"),
    (["dump", "--var", "a=b"], "--var", ""),
    (
      ["verify", "--dry-run"], "--dry-run",
      ". 'keystone-seed verify' changes nothing in a Keystone."
    ),
    (["plan", "--json"], "--json", ". Did you mean '--output json'?"),
    (["diff", "-json"], "-json", ". Did you mean '--output json'?"),
    (["user-list", "--json"], "--json", ". Did you mean '--format json'?"),
    (["credentials", "--json"], "--json", ". Did you mean '--format json'?"),
    (["user-list", "--csv"], "--csv", ". Did you mean '--format csv'?"),
    (["plan", "--format", "json"], "--format", ". Did you mean '--output'?"),
    (["user-list", "--output", "json"], "--output", ". Did you mean '--format'?"),
    (["dump", "--format", "json"], "--format", ". Did you mean '--output'?"),
    (["dump", "--quiet"], "--quiet", ""), (["dump", "-q"], "-q", ""),
    (["plan", "--input"], "--input", ""),
    (["apply", "--verbose"], "--verbose", ". Did you mean '--debug'?"),
    (["apply", "--target", "x"], "--target", ". Did you mean '--only'?"),
    (["plan", "--cloud", "x"], "--cloud", ". Did you mean '--os-cloud'?"),
    (
      ["verify", "--prune"], "--prune",
      ". Only 'keystone-seed plan' and 'keystone-seed apply' have '--prune'."
    ),
    (["apply", "--probe"], "--probe", ". Only 'keystone-seed verify' has '--probe'."),
    (
      ["plan", "-f", "seed.yaml"], "-f",
      ". The seed is given without one: keystone-seed plan SEED."
    ),
    (["plan", "-out", "f"], "-out", ". Did you mean '--out'?"),
    (["apply", "--var", "vip=1"], "--var", ". Did you mean '--set'?"),
    (["apply", "--var=vip=1"], "--var", ". Did you mean '--set'?"),
    (["apply", "--auto-approve"], "--auto-approve", ". Did you mean '--yes'?"),
    (["apply", "--assume-yes"], "--assume-yes", ". Did you mean '--yes'?"),
    (["apply", "--prun"], "--prun", ". Did you mean '--prune'?"),
  ]

  @Test(arguments: cases)
  func `an option that keeps a question from being asked is not suggested`(
    arguments: [String],
    option: String,
    hint: String
  ) async {
    let screen = Screen()
    let status = await Program.run(arguments, in: .test(screen: screen))
    #expect(status == .usage)
    let line = screen.error.prefix { $0 != "\n" }
    #expect(line == "error: Unknown option '\(option)'\(hint)")
    let command = arguments[0] == "diff" ? "plan" : arguments[0]
    #expect(screen.error.contains("\nUsage: keystone-seed \(command)"))
  }

  @Test(arguments: ["Error: Missing value for '--set'\nUsage: x", "USAGE: x\n", ""])
  func `other messages stay as they are`(message: String) {
    #expect(UnknownOption.reworded(message, command: "apply") == message)
  }
}
