import FoundationEssentials
import IdentityModel
import TestSupport
import Testing

@testable import SeedFormat

/// The JSON Schema that editors use, held against the decoder.
@Suite struct SchemaFileTests {
  let schema: JSONSchema

  init() throws {
    schema = try JSONSchema(try Self.file("keystone-seed.schema.json"))
  }

  @Test(arguments: SeedSchema.RootKey.allCases)
  func `the schema admits what the decoder's tables do`(key: SeedSchema.RootKey) throws {
    for value in ShapeExamples.fitting(key.shape) {
      let seed = "\(key.rawValue): \(value)"
      #expect(try schema.admits(SchemaValue(yaml: seed)), "\(seed)")
    }
  }

  @Test(arguments: SeedSchema.RootKey.allCases)
  func `the schema refuses what the decoder's tables do`(key: SeedSchema.RootKey) throws {
    for value in ShapeExamples.unfitting(key.shape) {
      let seed = "\(key.rawValue): \(value)"
      #expect(try !schema.admits(SchemaValue(yaml: seed)), "\(seed)")
    }
  }

  @Test func `each table has the schema's keys, and asks for the same ones`() throws {
    guard case .object(let root) = schema.root else { throw JSONSchema.Flaw.notASchema }
    try expect(root, SeedSchema.RootKey.self)
    try expect("region", SeedSchema.RegionKey.self)
    try expect("role", SeedSchema.RoleKey.self)
    try expect("formerService", SeedSchema.FormerServiceKey.self)
    try expect("objectOptions", SeedSchema.ObjectOptionKey.self)
    try expect("userOptions", SeedSchema.UserOptionKey.self)
    try expect("absentImplication", SeedSchema.AbsentImplicationKey.self)
    try expect("absentMembership", SeedSchema.AbsentMembershipKey.self)
    try expect("group", SeedSchema.GroupKey.self)
    try expect("domain", SeedSchema.DomainKey.self)
    try expect("domainAbsent", SeedSchema.DomainAbsentKey.self)
    try expect("reference", SeedSchema.ReferenceKey.self)
    try expect("interfaceURL", SeedSchema.InterfaceKey.self)
    try expect("interfaces", EndpointInterface.self)
    try expect("tenant", SeedSchema.TenantKey.self)
    try expect("user", SeedSchema.UserKey.self)
    try expect("password", SeedSchema.PasswordKey.self)
    // Of one that exists the type may be left out, which `required` alone cannot say.
    try expect("service", SeedSchema.ServiceKey.self, required: [])
    try expect("absent", SeedSchema.AbsentKey.self)
    try expect("absentLimit", SeedSchema.AbsentLimitKey.self)
    try expect("absentService", SeedSchema.AbsentServiceKey.self)
    try expect("absentEndpoint", SeedSchema.AbsentEndpointKey.self)
    try expect("assignment", SeedSchema.AssignmentKey.self)
  }

  @Test(arguments: [
    "minimal.yaml", "three-controllers.yaml", "all-services.yaml", "two-regions.yaml",
    "devstack.yaml", "core-2026.yaml", "all-services-2026.yaml", "second-region.yaml",
    "domains.yaml",
  ])
  func `the published seeds are good to both`(name: String) throws {
    let seed = try Self.file(name)
    #expect(Seed.load(seed).diagnostics.isEmpty)
    #expect(try schema.admits(SchemaValue(yaml: seed)))
  }

  @Test(arguments: [
    "roles: [admin]",
    "roles: [007, true, 1.5]",
    "x-anchors: [&a {enabled: true}, [1]]\nx-: 1\ntenants: {t: *a, x-ray: }\nvariables: {x-y: z}",
    "variables: {a.b-c_1: x}\nroles: ['${a.b-c_1}']",
    "tenants: {a: , b: {enabled: false}, c: {description: 1}}",
    "users: {u: {password: 007, roles: {}}}",
    "roles: {admin: , r: {exists: true}, s: {was: t}, d: {description: e}}",
    "users: {u: {description: d}}",
    "tenants: {a: {exists: true}, b: {was: c, enabled: true}}",
    "tenants: {t: }\nusers: {u: {exists: true, roles: {t: []}}, v: {was: w, email: e@x}}",
    "regions: {r: {exists: true}, q: {exists: true, public: 'http://h'}}\nroles: [x]",
    "regions: {r: }\nservices: {s: {exists: true, type: t, name: n, endpoints: {r: 'http://h'}}}",
    "services: {s: {type: t, was: {name: n, type: u}}}",
    "users: {u: {password: {command: [a, b]}}}",
    "users: {u: {password: {command: [a, b], set: once}}}",
    "users: {u: {password: {set: once, env: A}}}",
    "users: {u: {password: {file: a, set: once}}}",
    "users: {u: {password: {value: a, set: once}}}",
    "users: {u: {password: {value: a}}}",
    "tenants: {t: }\nroles: [r]\nusers: {u: {tenant: t, roles: {t: [r, _member_]}}}",
    "services: {s: {type: t}}",
    "regions: {r: {public: 'http://h'}}\nservices: {s: {type: t, endpoints: ':1'}}",
    "regions: {r: }\nservices: {s: {type: t, endpoints: {public: 'http://h'}}}",
    "regions: {r: }\nservices: {s: {type: t, endpoints: {r: 'http://h'}}}",
    "regions: {r: }\nservices: {s: {type: t, endpoints: {r: {public: 'http://h'}}}}",
    "roles: [r]\nservices: {s: {type: t, endpoints: {}}}",
    "absent: {regions: [a]}",
    "absent: {domains: [a]}",
    "groups: {g: , h: {description: d}, i: {exists: true}, j: {was: k}}\nabsent: {groups: [l]}",
    "domains: {d: {groups: {g: }, absent: {groups: [h]}}}",
    "users: {u: {groups: [g]}, v: }\ngroups: {g: {exists: true, members: [{name: v, domain: default}]}}",
    "roles: {r: {options: {immutable: true}}}\nprojects: {p: {options: {immutable: absent}}}",
    "users: {u: {options: {lock_password: absent, multi_factor_auth_rules: [[a, b], [c]]}}}",
    "domains: {d: {options: {immutable: false}}}",
    "roles: {r: {implies: [s]}, s: {exists: true, implies: []}}",
    "roles: [s]\ndomains: {d: {roles: {r: {implies: [{name: s, domain: ''}]}}}}",
    "absent: {implications: [{role: r, implies: {name: s, domain: ''}}]}",
    "domains: {d: {absent: {implications: [{role: r, implies: s}]}}}",
    "absent: {memberships: [{group: g, user: {name: u, domain: default}}]}",
    "domains: {d: {absent: {memberships: [{group: g, user: u}]}}}",
    "roles: [r]\ntenants: {t: }\ngroups: {g: {exists: true, roles: {t: [r]}, domain_roles: [r], system_roles: []}}",
    "roles: [r]\nusers: {u: {exists: true, domain_roles: [r], system_roles: [{name: r, domain: ''}]}}",
    "domains: {d: , e: {exists: true, users: {u: }}, default: {description: x}}",
    "domains: {d: {roles: [r], projects: {p: }, users: {u: {tenant: p, roles: {p: [r]}}}}}",
    "domains: {d: {tenants: {p: }}}\nusers: {u: {tenant: {name: p, domain: d}}}",
    "roles: [r]\ndomains: {d: {tenants: {p: }, users: {u: {roles: {p: [{name: r, domain: ''}]}}}}}",
    "domains: {d: {absent: {users: [u], assignments: [{user: a, tenant: b, role: c}]}}}",
    "regions: {r: }\nservices: {s: {type: t, endpoints: {public: ['http://h', 'http://g']}}}",
    "regions: {r: }\nservices: {s: {type: t, name: '', endpoints: {'': 'http://h'}}}",
    "projects: {p: }\nusers: {u: {project: p}}\nabsent: {projects: [q]}",
    "regions: {r: }\nservices: {s: {type: t, limits: {r: {a: 1, b: '-1', c: absent}, '': {}}}}",
    "services: {s: {exists: true, limits: {a: 2147483647, 'class:B': 0}}, t: {type: t, limits: {}}}",
    "services: {s: {type: t}}\ntenants: {t: {exists: true, limits: {s: {a: 1}}}, u: {limits: {}}}",
    "services: {s: {type: t}}\ndomains: {d: {exists: true, limits: {s: {'': {a: 1}}}}}",
    "domains: {d: }\nabsent: {limits: [{service: s, type: t, region: r, resource: a, project: {name: p, domain: d}}]}",
    "absent: {limits: [{service: s, resource: a, domain: default}, {service: s, resource: a, project: p}]}",
    "absent: {assignments: [{user: a, project: b, role: c}]}",
    "absent: {assignments: [{group: a, domain: b, roles: [c, {name: d, domain: default}], inherited: true}]}",
    "roles: [r]\nusers: {u: }\nassignments: [{user: u, role: r, system: all}]",
    "roles: [r]\nusers: {u: }\nassignments: [{user: u, role: r, domain: default, inherited: false}]",
    "roles: [r]\ntenants: {t: , s: {parent: t}}\ndomains: {d: {groups: {g: }, assignments: [{group: g, roles: [r], project: {name: t, domain: default}}]}}",
    "absent: {users: [a], services: [a, {name: b, type: c}]}",
    "absent: {endpoints: [{service: a, region: b}], assignments: [{user: a, tenant: b, role: c}]}",
  ])
  func `a good seed is good to both`(seed: String) throws {
    #expect(Seed.load(seed).desired != nil, "\(Seed.lines(of: seed))")
    #expect(try schema.admits(SchemaValue(yaml: seed)))
  }

  @Test(arguments: [
    "[roles]",
    "rolls: [admin]",
    "roles: admin",
    "roles: [admin, admin]",
    "roles: [[admin]]",
    "variables: {'a b': x}",
    "variables: {a: [x]}",
    "tenants: [a]",
    "domains: [d]",
    "groups: [g]",
    "groups: {g: {members: u}}",
    "absent: {memberships: [{group: g}]}",
    "roles: {r: {implies: s}, s: }",
    "users: {u: {options: {immutable: true}}}",
    "users: {u: {options: {lock_password: none}}}",
    "users: {u: {options: {multi_factor_auth_rules: [a]}}}",
    "projects: {p: {exists: true, options: {immutable: true}}}",
    "absent: {implications: [{role: r}]}",
    "users: {u: {domain_roles: {a: [r]}}}",
    "groups: {g: {system_roles: r}}",
    "groups: {g: {exists: true, description: d}}",
    "domains: {d: {tenants: {}, projects: {}}}",
    "domains: {d: {exists: true, description: x}}",
    "domains: {d: {services: {}}}",
    "domains: {d: {absent: {regions: [r]}}}",
    "domains: {d: }\nusers: {u: {tenant: {name: p}}}",
    "tenants: {'${a}': }",
    "tenants: {a: {enabled: 'true'}}",
    "roles: {r: {exists: false}}",
    "roles: {r: {exists: yes}}",
    "roles: {r: {exists: true, was: s}}",
    "roles: {r: {exists: true, description: d}}",
    "tenants: {a: }\nprojects: {b: }",
    "projects: {a: }\nusers: {u: {tenant: a, project: a}}",
    "absent: {tenants: [a], projects: [b]}",
    "services: {s: {type: t, limits: [a]}}",
    "services: {s: {type: t, limits: }}",
    "services: {s: {type: t, limits: {a: unlimited}}}",
    "services: {s: {type: t, limits: {a: -2}}}",
    "services: {s: {type: t, limits: {a: 2147483648}}}",
    "services: {s: {type: t, limits: {a: 010GB}}}",
    "regions: {r: }\nservices: {s: {type: t, limits: {a: 1, r: {a: 1}}}}",
    "services: {s: {type: t}}\ntenants: {t: {limits: {s: 1}}}",
    "absent: {limits: [{service: s}]}",
    "absent: {limits: [{service: s, resource: a, project: p, domain: d}]}",
    "absent: {assignments: [{user: a, tenant: b, project: b, role: c}]}",
    "roles: [{r: }]",
    "tenants: {a: {exists: true, description: d}}",
    "users: {u: {exists: true, email: e@x}}",
    "users: {u: {was: [a]}}",
    "regions: {r: {exists: maybe}}",
    "regions: {r: {was: q}}",
    "services: {s: {type: t, was: u}}",
    "regions: {r: }\nservices: {s: {type: t, endpoints: {public: [['http://h']]}}}",
    "regions: {r: {public: ['http://h']}}",
    "services: {s: {type: t, was: {name: u}}}",
    "services: {s: {type: t, exists: true, description: d}}",
    "tenants: {a: {enabled: yes}}",
    "tenants: {a: {name: b}}",
    "roles: [r]\nX-anchors: 1",
    "tenants: {a: {x-b: 1}}",
    "users: {u: {password: {}}}",
    "users: {u: {password: {env: A, file: b}}}",
    "users: {u: {password: {env: [A]}}}",
    "users: {u: {password: {set: once}}}",
    "users: {u: {password: {env: A, set: always}}}",
    "users: {u: {password: {env: A, set: true}}}",
    "users: {u: {password: {env: A, set: }}}",
    "users: {u: {password: {env: A, value: b}}}",
    "users: {u: {password: {env: A, file: b, set: once}}}",
    "users: {u: {password: [a]}}",
    "users: {u: {password: }}",
    "users: {u: {roles: }}",
    "users: {u: {roles: [admin]}}",
    "users: {u: {roles: {t: admin}}}",
    "users: {u: {roles: {t: [a, a]}}}",
    "regions: {public: {public: 'http://h'}}",
    "regions: {r: {pubic: 'http://h'}}",
    "regions: {r: 'http://h'}",
    "services: {s: }",
    "services: {s: {}}",
    "services: {s: {type: t, url: x}}",
    "services: {s: {type: t, endpoints: [x]}}",
    "services: {s: {type: t, endpoints: {admin: {enabled: false}}}}",
    "services: {s: {type: t, endpoints: {public: 'http://h', r: 'http://h'}}}",
    "services: {s: {type: t, endpoints: {r: {}}}}",
    "services: {s: {type: t, endpoints: {r: {public: {a: b}}}}}",
    "absent: {users: a}",
    "absent: {users: }",
    "absent: {services: [{type: a}]}",
    "absent: {endpoints: [a]}",
    "absent: {endpoints: [{service: a}]}",
    "absent: {assignments: [{user: a, tenant: b}]}",
  ])
  func `a bad seed is bad to both`(seed: String) throws {
    #expect(Seed.load(seed).desired == nil)
    #expect(try !schema.admits(SchemaValue(yaml: seed)))
  }

  private func expect<Key: MappingKey>(
    _ name: String,
    _ table: Key.Type,
    required: [String]? = nil
  ) throws {
    try expect(try schema.definition(name), table, required: required)
  }

  private func expect<Key: MappingKey>(
    _ definition: [String: SchemaValue],
    _ table: Key.Type,
    required: [String]? = nil
  ) throws {
    guard case .object(let properties)? = definition["properties"] else {
      throw JSONSchema.Flaw.notASchema
    }
    #expect(Set(properties.keys) == Set(Key.allCases.map(\.rawValue)))
    #expect(definition["additionalProperties"] == .flag(false))
    let names = required ?? Key.required.map(\.rawValue)
    #expect((definition["required"] ?? .list([])) == .list(names.map { .text($0) }))
  }

  private static func file(_ name: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let url = URL(filePath: "/\(root)/Seeds/\(name)")
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}
