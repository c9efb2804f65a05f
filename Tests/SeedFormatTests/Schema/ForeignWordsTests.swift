import Testing

@testable import SeedFormat

/// The words of other tools, each with what says it here.
@Suite struct ForeignWordsTests {
  @Test(arguments: [
    ("users: {u: {default_project_id: p}}", "(write project, by its name)"),
    ("users: {u: {defaultProject: p}}", "(write project)"),
    ("users: {u: {tenantId: t}}", "(write tenant, by its name)"),
    (
      "users: {u: {state: present}}",
      "(what is declared is made; what must not be there stands under absent)"
    ),
    ("tenants: {t: {external: true}}", "(write exists: true)"),
    ("roles: {r: {id: 1}}", "(IDs are Keystone's: an object is told by its name)"),
    ("regions: {r: {parent_region_id: p}}", "(write parent)"),
    ("regions: {r: {publicURL: 'http://h'}}", "(write public)"),
    (
      "regions: {r: }\nservices: {s: {type: t, endpoints: {public_url: 'http://h', public: 'http://h'}}}",
      "(write public)"
    ),
    ("services: {s: {type: t, publicURL: 'http://h'}}", "(write endpoints: {public: URL})"),
    (
      "users: {u: {update_password: on_create}}",
      "(set: once stands in the password: {env: NAME, set: once})"
    ),
    ("users: {u: {roles: [admin]}}", "(write {service: [admin]})"),
    (
      "services: {s: {type: t, endpoints: [{interface: public}]}}",
      "(write {public: URL, internal: URL, admin: URL})"
    ),
    (
      "roles: [{name: reader}]",
      "(where a role has fields, write roles as a mapping: {admin: , observer: {was: watcher}})"
    ),
    ("users: {u: absent}", "(what must not be there stands under absent: users)"),
    ("projects: {p: absent}", "(what must not be there stands under absent: projects)"),
    ("services: {s: absent}", "(what must not be there stands under absent: services)"),
    ("users: {u: {system: all}}", "(write system_roles: [reader])"),
    (
      "absent: {users: ['*']}",
      "there is no wildcard (apply --prune deletes what the seed does not declare)"
    ),
    (
      "absent: {limits: [{service: nova, region: r, resource: '*'}]}",
      "there is no wildcard (apply --prune"
    ),
    ("absent: {implications: [{role: '*', implies: r}]}", "there is no wildcard (apply --prune"),
    (
      "absent: {assignments: [{user: u, project: p, role: '*'}]}",
      "there is no wildcard (apply --prune"
    ),
    (
      "absent: {implications: [{role: {name: lead, domain: heat}, implies: r}]}",
      "no domain is called \"heat\" (declare it under domains)"
    ),
    ("absent: {endpoints: [{service: nova, region: '*'}]}", "there is no wildcard (apply --prune"),
    (
      "projects: {p: }\ndomains: {d: {users: {u: {project: p}}}}",
      "(one of another domain is written {name: p, domain: Default})"
    ),
    (
      "projects: {p: }\ndomains: {d: {users: {u: {roles: {p: []}}}}}",
      "(a project of another domain: write it under assignments, {name: p, domain: Default})"
    ),
    (
      "users: {u: }\ndomains: {d: {groups: {g: {members: [u]}}}}",
      "(one of another domain is written {name: u, domain: Default})"
    ),
    ("users: {u: {xyzzy: 1}}", "(the keys are description, email, password, tenant, project,"),
    ("users: {u: {emial: 1}}", "(did you mean \"email\"?)"),
  ]) func `a word from elsewhere is answered with ours`(seed: String, hint: String) {
    let lines = Seed.lines(of: seed)
    #expect(lines.contains { $0.contains(hint) }, "\(lines)")
  }

  @Test func `nothing that may be a password is looked up`() {
    let lines = Seed.lines(of: "users: {u: {password: {set_once: true}}}")
    #expect(!lines.contains { $0.contains("set_once") }, "\(lines)")
  }
}
