import IdentityModel
import Testing
import Texts

@testable import SeedFormat

/// The options of users, projects, roles and domains, as a seed says them.
@Suite struct SeedDecoderOptionsTests {
  @Test func `of the options that are not named nothing is said`() throws {
    let reading = Seed.load(
      """
      roles: {r: {options: {immutable: true}}, s: {options: {}}}
      projects: {p: {options: {immutable: absent}}}
      domains: {d: {options: {immutable: false}}}
      users:
        u:
          options:
            lock_password: "absent"
            ignore_password_expiry: true
            multi_factor_auth_rules: [[password, totp], [password]]
        v: {options: {multi_factor_auth_rules: []}}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    #expect(
      desired.roles.map(\.options) == [
        ResourceOptions([.immutable: .flag(true)]), ResourceOptions(),
      ]
    )
    #expect(desired.tenants.map(\.options) == [ResourceOptions([.immutable: .absent])])
    #expect(desired.domains.map(\.options) == [ResourceOptions([.immutable: .flag(false)])])
    #expect(
      desired.users.map(\.options) == [
        ResourceOptions([
          .locksPassword: .absent, .ignoresExpiry: .flag(true),
          .factorRules: .rules([["password", "totp"], ["password"]]),
        ]),
        ResourceOptions([.factorRules: .rules([])]),
      ]
    )
  }

  @Test(
    arguments: [
      (
        "users: {u: {options: {lock_pasword: true}}}",
        #"1:23: error: a user's set of options has no key "lock_pasword" (did you mean"#
          + #" "lock_password"?)"#
      ),
      (
        "users: {u: {options: {immutable: true}}}",
        #"1:23: error: a user's set of options has no key "immutable" (a user can't be: a role, a"#
          + " project or a domain can)"
      ),
      (
        "roles: {r: {options: {mutable: true}}}",
        #"1:23: error: a set of options has no key "mutable" (did you mean "immutable"?)"#
      ),
      (
        "users: {u: {options: {ignore_password_expiry: yes}}}",
        "1:47: error: ignore_password_expiry must be true or false, without quotes (write true)"
      ),
      (
        "users: {u: {options: {lock_password: }}}",
        "1:38: error: lock_password must be true or false, without quotes"
      ),
      (
        "users: {u: {options: }}",
        "1:22: error: a user's set of options must be a mapping, not nothing"
      ),
      (
        "users: {u: {options: {multi_factor_auth_rules: [password]}}}",
        "1:49: error: a rule in multi_factor_auth_rules must be a list, not a text"
          + " (write [[password, totp]], a list for each way to log in)"
      ),
      (
        "users: {u: {options: {multi_factor_auth_rules: [[]]}}}",
        "1:49: error: a rule in multi_factor_auth_rules has no method"
          + " (write [] in place of all rules for none)"
      ),
      (
        "users: {u: {options: {multi_factor_auth_rules: [[a, b], [b, a]]}}}",
        "1:57: error: this rule is in the list twice"
      ),
      (
        "users: {u: {lock_password: true}}",
        #"1:13: error: a user has no key "lock_password" (write options: {lock_password: true})"#
      ),
      (
        "projects: {p: {immutable: true}}",
        #"1:16: error: a tenant has no key "immutable" (write options: {immutable: true})"#
      ),
      (
        "roles: {r: {exists: true, options: {immutable: true}}}",
        #"1:27: error: "options" can't stand beside exists (what exists is somebody else's, and stays"#
          + " as it is)"
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has no options`() {
    let seed = """
      roles: {r: {options: {immutable: true}}}
      projects: {p: {options: {immutable: true}}}
      users: {u: {options: {lock_password: true}}}
      """
    #expect(
      Seed.load(seed).version3Words.map(\.description)
        == [
          ("1:22", "role"), ("2:25", "tenant"), ("3:22", "user"),
        ].map {
          "seed.yaml:\($0.0): error: v2.0 has no options of a \($0.1), v3 has"
            + " (leave them out where v2.0 is spoken)"
        }
    )
  }
}
