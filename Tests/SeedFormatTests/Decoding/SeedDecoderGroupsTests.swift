import IdentityModel
import Testing

@testable import SeedFormat

/// The groups of the seed and of its domains.
@Suite struct SeedDecoderGroupsTests {
  @Test func `groups are declared, somebody else's, renamed or absent`() throws {
    let reading = Seed.load(
      """
      groups:
        operators: {description: On call}
        auditors: {exists: true}
        night: {was: nights}
      domains:
        corp: {groups: {operators: }, absent: {groups: [temps]}}
      absent: {groups: [old]}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let others = QualifiedName("operators", of: "corp")
    #expect(
      desired.groups == [
        Group(name: "operators", description: "On call"), Group(name: "auditors"),
        Group(name: "night"), Group(name: others),
      ]
    )
    #expect(desired.existing == [.group("auditors")])
    #expect(desired.former == [.group("night"): .group("nights")])
    #expect(desired.absent.groups == ["old", QualifiedName("temps", of: "corp")])
    #expect(desired.namesGroups && !DesiredState().namesGroups)
  }

  @Test(
    arguments: [
      (
        "groups: {ops: {exists: true, description: d}}",
        #"1:30: error: "description" can't stand beside exists"#
          + " (what exists is somebody else's, and stays as it is)"
      ),
      (
        "groups: {ops: }\nabsent: {groups: [ops]}",
        #"2:19: error: the group "ops" is declared in line 1 and absent"#
      ),
      (
        "groups: {ops: {was: ops}}",
        #"1:21: error: the group "ops" can't be what it was (leave was out, or write the old name)"#
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has none`() {
    let words = Seed.load("groups: {ops: }\nabsent: {groups: [old]}").version3Words
    #expect(
      words.map(\.description)
        == ["1:10", "2:19"].map {
          "seed.yaml:\($0): error: v2.0 has no groups, v3 has"
            + " (leave groups out where v2.0 is spoken)"
        }
    )
  }
}
