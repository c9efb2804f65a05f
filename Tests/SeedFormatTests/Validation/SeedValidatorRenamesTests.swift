import IdentityModel
import Testing

@testable import SeedFormat

/// What the seed says of objects that others own, and of those that it renames.
@Suite struct SeedValidatorRenamesTests {
  @Test func `what exists and what was something else is told from what is made`() throws {
    let reading = Seed.load(
      """
      regions: {r: {public: 'http://h'}, far: {exists: true}, near: {exists: true, public: 'http://n'}}
      roles: {admin: {exists: true}, lead: {was: leader}, member: }
      tenants: {service: {exists: true}, photonics: {was: laser-lab, description: Lasers}}
      users: {nova: {exists: true, roles: {service: [admin]}}, anna: {was: ana}}
      services:
        keystone: {exists: true, type: identity, endpoints: {far: 'http://f'}}
        cinder: {type: block-storage, was: {name: cinderv3, type: volumev3}, endpoints: ':8776'}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let keystone = ServiceKey(type: "identity", name: "keystone")
    #expect(
      desired.existing == [
        .region("far"), .region("near"), .role("admin"), .tenant("service"), .user("nova"),
        .service(keystone),
      ]
    )
    #expect(desired.existingRegions == ["far", "near"])
    #expect(desired.regionNames == ["r", "far", "near"])
    let cinder = ServiceKey(type: "block-storage", name: "cinder")
    #expect(
      desired.former == [
        .role("lead"): .role("leader"), .tenant("photonics"): .tenant("laser-lab"),
        .user("anna"): .user("ana"),
        .service(cinder): .service(ServiceKey(type: "volumev3", name: "cinderv3")),
      ]
    )
    // One of another's stands where it is named; what names no region stands where the seed has a base.
    #expect(
      desired.endpoints.map { "\($0.key)" } == [
        "identity/keystone in far", "block-storage/cinder in r", "block-storage/cinder in near",
      ]
    )
    #expect(
      reading.version3Words.map(\.description) == [
        "seed.yaml:2:44: error: v2.0 cannot rename a role, v3 can (leave was out where v2.0 is spoken)",
        "seed.yaml:7:38: error: v2.0 cannot rename a service, v3 can (leave was out where v2.0 is"
          + " spoken)",
      ]
    )
  }

  @Test(
    arguments: [
      (
        "users: {u: {exists: true, email: a@b}}",
        "1:27: error: \"email\" can't stand beside exists (what exists is somebody else's, and stays as"
          + " it is)"
      ),
      (
        "tenants: {t: {was: s, exists: true}}",
        "1:15: error: \"was\" can't stand beside exists (what exists is somebody else's, and stays as it"
          + " is)"
      ),
      (
        "roles: {r: {exists: false}}",
        "1:21: error: exists can only be true (leave it out for what the seed makes; what must not be"
          + " there stands under absent)"
      ),
      (
        "tenants: {a: {exists: true}}\nabsent: {tenants: [a]}",
        "2:20: error: the tenant \"a\" is declared in line 1 and absent"
      ),
      (
        "tenants: {a: {was: a}}",
        "1:20: error: the tenant \"a\" can't be what it was (leave was out, or write the old name)"
      ),
      (
        "tenants: {a: {was: b}, b: }",
        "1:20: error: the tenant \"b\" is declared in line 1, so that it can't be what \"a\" was (rename"
          + " one after the other, with an apply in between)"
      ),
      (
        "roles: {a: {was: c}, b: {was: c}}",
        "1:31: error: the role \"c\" becomes another one in line 1 already"
      ),
      (
        "users: {a: {was: b}}\nabsent: {users: [b]}",
        "2:18: error: the user \"b\" is to be renamed in line 1 and absent (renamed, it is gone)"
      ),
      (
        "services: {a: {type: t, was: {name: b, type: t}}}\nabsent: {services: [b]}",
        "2:21: error: service t/b is to be renamed in line 1 and absent (renamed, it is gone)"
      ),
      (
        "services: {a: {type: t, was: b}}",
        "1:30: error: what a service was must be a mapping, not a text (write {name: cinderv3, type:"
          + " volumev3})"
      ),
      (
        "regions: {r: {exists: true}}\nservices: {s: {type: t, endpoints: 'http://h'}}",
        "2:36: error: these endpoints need a region: one that exists has to be named, or have a base URL"
      ),
    ]
  )
  func `what cannot be is said`(seed: String, line: String) {
    #expect(Seed.lines(of: seed) == ["seed.yaml:\(line)"])
  }

  @Test func `a swap is an error at both`() {
    let lines = Seed.lines(of: "roles: {a: {was: b}, b: {was: a}}")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("rename one after the other") })
  }

  @Test func `names that differ by case can be renamed`() throws {
    #expect(try #require(Seed.load("roles: {Ops: {was: ops}}").desired).former.count == 1)
  }

  @Test func `what exists to one file and is declared by another is declared`() throws {
    func load(_ seeds: String...) throws -> DesiredState {
      let texts = seeds.enumerated().map { index, seed in
        SeedText(name: "\(index)", directory: "/", bytes: Array(seed.utf8))
      }
      return try #require(Seed.load(texts).desired)
    }
    let mine = "roles: {admin: {exists: true}}\nusers: {u: {exists: true, roles: {t: [admin]}}}"
    let theirs = "roles: [admin]\ntenants: {t: }\nusers: {u: {email: a@b}}"
    for seeds in [(mine, theirs), (theirs, mine)] {
      let joined = try load(seeds.0, seeds.1)
      #expect(joined.existing.isEmpty)
      #expect(joined.users == [User(name: "u", email: "a@b")])
    }
    #expect(try load(mine, mine, "tenants: {t: {exists: true}}").existing.count == 3)
  }

  @Test func `no name, no region and several URLs are said with an empty text and a list`() throws {
    let reading = Seed.load(
      """
      regions: {r: {public: 'http://h'}}
      services:
        m: {type: t, name: '', endpoints: {'': {public: 'http://n'}, r: {public: [':1', ':2'], admin: 'http://a'}}}
      """
    )
    let desired = try #require(reading.desired, "\(reading.diagnostics)")
    #expect(desired.services.map(\.name) == [""])
    let urls = desired.endpoints.map {
      "\($0.region) \($0.publicURL?.text ?? "-") \($0.adminURL?.text ?? "-")"
    }
    #expect(urls == [" http://n -", "r http://h:1 http://a", "r http://h:2 -"])
    #expect(
      reading.overVersion2.diagnostics.map(\.description) == [
        "seed.yaml:3:22: error: v2.0 has no service without a name, v3 has (give it a name)",
        "seed.yaml:3:38: error: v2.0 has no endpoint without a region, v3 has (name a region)",
        "seed.yaml:3:83: error: v2.0 has one public URL in a region, v3 may have several (leave all but"
          + " one out where v2.0 is spoken)",
      ]
    )
    #expect(reading.overVersion2.desired == nil)
  }

  @Test(
    arguments: [
      ("{'': ':1'}", "1:41: error: an endpoint without a region has no base URL to continue"),
      ("{public: ['http://h', 'http://h']}", "1:58: error: the URL is in this list twice"),
      ("{public: []}", "1:45: error: the list of public URLs is empty"),
    ]
  )
  func `what cannot be said of endpoints is an error`(endpoints: String, line: String) {
    let lines = Seed.lines(
      of: "services: {s: {type: t, endpoints: \(endpoints)}}\nregions: {r: {public: 'http://h'}}"
    )
    #expect(lines.contains { $0.hasPrefix("seed.yaml:\(line)") }, "\(lines)")
  }
}
