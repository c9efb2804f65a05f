import ArgumentParser
import Convergence
import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct PlanningOptionsTests {
  @Test func withoutAnyEverythingIsPlannedAndNothingPruned() throws {
    let options = try PlanningOptions.parse([]).convergence
    #expect(options.plan.kinds == Set(ResourceKind.allCases))
    #expect(!options.plan.prunes)
    #expect(options.plan.maximumDeletions == nil)
    #expect(options.parallelism == 8)
    #expect(options.checksPasswords)
    #expect(!options.unlocks)
    #expect(try PlanningOptions.parse(["--unlock", "--only", "users"]).convergence.unlocks)
  }

  @Test func eachReachesThePlanner() throws {
    let options = try PlanningOptions.parse([
      "--prune", "--max-delete", "0", "--parallelism", "3", "--no-verify-passwords",
      "--only", "users,endpoint",
    ]).convergence
    #expect(options.plan.kinds == [.user, .endpoint])
    #expect(options.plan.prunes)
    #expect(options.plan.maximumDeletions == 0)
    #expect(options.parallelism == 3)
    #expect(!options.checksPasswords)
  }

  @Test(arguments: [
    ["--parallelism", "0"], ["--parallelism", "-1"], ["--max-delete=-1"], ["--only", "users,"],
    ["--only", "policies"], ["--only", ""], ["--set", "novalue"], ["--set", "=value"],
    ["--unlock", "--no-verify-passwords"], ["--unlock", "--only", "roles,tenants"],
  ])
  func whatMakesNoSenseIsRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try PlanningOptions.parse(arguments) }
  }

  @Test(arguments: [
    ("a=b", "a", "b"), ("a=", "a", ""), ("a=b=c", "a", "b=c"),
    ("url=http://h/?x=1", "url", "http://h/?x=1"),
  ])
  func settingEndsItsNameAtTheFirstEqualsSign(
    argument: String,
    name: String,
    value: String
  ) throws {
    let setting = try #require(VariableSetting(argument: argument))
    #expect(setting.name == name)
    #expect(setting.value == value)
  }

  @Test(arguments: ResourceKind.allCases)
  func kindIsNamedInSingularOrPlural(kind: ResourceKind) {
    #expect(KindList(argument: kind.rawValue)?.kinds == [kind])
    #expect(KindList(argument: kind.plural)?.kinds == [kind])
    #expect(KindList(argument: kind.noun(over: "v3"))?.kinds == [kind])
    #expect(KindList(argument: kind.nouns(over: "v3"))?.kinds == [kind])
  }
}
