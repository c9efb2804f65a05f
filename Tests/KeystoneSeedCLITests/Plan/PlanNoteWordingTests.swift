import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct PlanNoteWordingTests {
  private static let imageEndpoint = EndpointKey(
    service: ServiceKey(type: "image", name: "glance"),
    region: "regionOne"
  )

  private static let cases: [(PlanNote, String)] = [
    (
      .unmanageable(.image, id: "e1"),
      """
      endpoint image/glance in regionOne, id e1, stays as it is: it was made through v3, \
      and v2.0 can neither change nor delete it; v3 can
      """
    ),
    (
      .unmanageable(.image, id: "regionOne-image-public"),
      """
      endpoint image/glance in regionOne stays as it is: it comes from a file on the server (the \
      templated catalog), which no API can change
      """
    ),
    (
      .unmanageable(.endpoint(type: "image", name: "glance", region: ""), id: "e1"),
      """
      endpoint image/glance in no region, id e1, stays as it is: it was made through v3, \
      and v2.0 can neither change nor delete it; v3 can
      """
    ),
    (
      .pinned(.service(ServiceKey(type: "image", name: "glance")), byEndpoint: "e1"),
      """
      service image/glance stays as it is: its endpoint e1 was made through v3, would go with it, \
      and v2.0 could not make it again
      """
    ),
    (
      .unreachable(.user("slash/er"), id: "slash/er"),
      """
      user slash/er is left alone: its ID is slash/er, which no request can name, so that nothing \
      of it can be read or changed
      """
    ),
    (
      .missingInDirectory(.user("NOVA"), live: "nova"),
      "user NOVA does not exist, but nova does, which is the same name in LDAP: write nova"
    ),
    (
      .missingInDirectory(.user("glance"), live: nil),
      """
      user glance is missing, and Keystone cannot make it: all users here live in LDAP, so create \
      it there
      """
    ),
    (
      .ownPasswordKept("admin"),
      """
      the password of user admin, as whom this run works, is not set: here a user has to change \
      what an administrator sets before it opens anything (change_password_upon_first_use); change \
      it as that user, over v3: openstack user password set
      """
    ),
    (
      .ownPasswordSet("admin"),
      """
      the password of user admin, as whom this run works, is set, last of all, which ends every \
      session and token of that user; with change_password_upon_first_use, which cannot be asked \
      beforehand, it opens nothing before it is changed over v3, to the same: that is tried, and may \
      be refused (unique_last_password_count)
      """
    ),
    (
      .heldInDirectory(
        .user("nova"),
        [
          FieldChange(.email, from: .text("a\u{7}"), to: .text("b")),
          FieldChange(.tenant, from: nil, to: .text("t")),
          FieldChange(.password, to: .secret),
          FieldChange(.enabled, from: .flag(true), to: .flag(false)),
        ],
        of: nil
      ),
      """
      all users here live in LDAP, which Keystone only reads: user nova stays as it is (email: \
      a\\x07, in the seed b; tenant: (none), in the seed t; password: the seed's is wrong; enabled: \
      true, in the seed false); change that there, or leave it out of the seed
      """
    ),
    (
      .staysInDirectory(.user("nova"), of: nil),
      """
      all users here live in LDAP, which Keystone only reads: user nova is declared absent and stays; \
      change that there, or leave it out of the seed
      """
    ),
    (
      .notPrunedInDirectory([.user("ann"), .user("bob")], of: nil),
      "--prune skips users ann, bob: all users here live in LDAP, which Keystone only reads"
    ),
    (
      .unlocksUser("nova"),
      """
      user nova is locked after failed logins: the password could not be checked and is set, which \
      unlocks the account and ends the user's sessions, right or wrong as it was
      """
    ),
    (
      .firstPasswordsKept(["ann", "bob"]),
      """
      --unlock leaves users ann, bob alone, locked or not: a first password (set: once) is neither \
      tried nor set again
      """
    ),
    (
      .passwordLacking(
        "nova",
        reason: "the file x cannot be read: there is no such file",
        place: "s:1:2"
      ),
      """
      apply will need the password of user nova, and the file x cannot be read: there is no such \
      file (s:1:2)
      """
    ),
    (
      .enabledByReplacement(.service(ServiceKey(type: "image", name: "glance")), id: "s1"),
      """
      service image/glance, id s1, is disabled, and the new one that replaces it is not: users will \
      see it again
      """
    ),
    (
      .regionDiffersOnlyByCase("East ", live: "east "),
      """
      region "East " of the seed is not the live region "east ": clients compare case, so users of \
      "east " do not see what is in "East "
      """
    ),
    (
      .regionNotPruned("east ", endpoints: 2),
      "the seed does not declare region \"east \", so its 2 endpoints are not pruned"
    ),
    (
      .nearType(
        ServiceKey(type: "image ", name: "glance"),
        LiveNeighbor(ServiceKey(type: "image", name: "a/b"), url: nil, isDeclared: true)
      ),
      """
      service "image "/glance is new, and image/"a/b" is live: is one type a slip? Clients look for \
      the exact type
      """
    ),
    (
      .refusedLogins(["a, b", "c "]),
      """
      the login of users "a, b", "c " was refused, which counts towards a lock-out where Keystone \
      has one (lockout_failure_attempts); --no-verify-passwords logs in as nobody
      """
    ),
    (
      .ambiguous(.tenant("demo "), count: 2),
      "2 live tenants are named \"demo \"; none of them is changed"
    ),
    (
      .ambiguous(.tenant("demo"), count: 2),
      "2 live tenants are named demo; none of them is changed"
    ),
    (
      .passwordOfDisabledUser("nova"),
      """
      the password of user nova is not checked: the user is disabled, so every login fails
      """
    ),
    (
      .passwordOfLockedUser("nova"),
      """
      user nova is locked after failed logins: the password was not checked and is not set; \
      the lock ends by itself (lockout_duration), or when a password is set, as --unlock does
      """
    ),
    (
      .passwordToBeChanged("nova"),
      """
      the seed's password of user nova is right, and must be changed by the user first \
      (change_password_upon_first_use, or it has expired); it is not set again
      """
    ),
    (
      .passwordsOfReadOnlyUsers(["glance", "nova"]),
      """
      the passwords of users glance, nova are not checked: their IDs are not Keystone's, \
      so they live in LDAP, where nothing can be set; --verify-passwords checks them too
      """
    ),
    (
      .refusedLogins(["nova"]),
      """
      the login of user nova was refused, which counts towards a lock-out where \
      Keystone has one (lockout_failure_attempts); --no-verify-passwords logs in as nobody
      """
    ),
    (
      .passwordCheckFailed("nova", reason: "500\n"),
      "user nova is left alone, since the password could not be checked: 500\\n"
    ),
    (
      .disabled(.service(ServiceKey(type: "image", name: "glance")), id: "s1"),
      """
      service image/glance, id s1, is disabled, so users do not see all of it, and v2.0 cannot \
      enable it; v3 can: openstack service set --enable s1
      """
    ),
    (
      .strayInterface(
        EndpointKey(service: swift, region: "Bay"),
        .internal,
        id: "x1",
        url: URLTemplate("http://u:p@other")
      ),
      """
      endpoint object-store/swift in Bay has another internal URL, http://other, id x1, which v2.0 \
      does not list and users may see in place of the seed's; v3 can delete it: openstack endpoint \
      delete x1
      """
    ),
    (.kindNotPruned(.tenant), "--prune skips tenants: the seed declares none"),
    (
      .sharesType(
        EndpointKey(service: radosgw, region: "Bay"),
        url: URLTemplate("http://new/"),
        LiveNeighbor(swift, url: URLTemplate("http://u:p@old/$(tenant_id)s"), isDeclared: false)
      ),
      """
      users of object-store/swift (at http://old/$(tenant_id)s, not the seed's own) in Bay may be \
      sent to object-store/radosgw at http://new/: a catalog shows one entry for a type and region
      """
    ),
    (
      .sharesType(
        EndpointKey(service: radosgw, region: ""),
        url: URLTemplate("http://new/"),
        LiveNeighbor(swift, url: nil, isDeclared: true)
      ),
      """
      users of object-store/swift in no region may be sent to object-store/radosgw at http://new/: \
      a catalog shows one entry for a type and region
      """
    ),
    (
      .nearType(
        ServiceKey(type: "object_store", name: "swift"),
        LiveNeighbor(swift, url: URLTemplate("http://old/"), isDeclared: false)
      ),
      """
      service object_store/swift is new, and object-store/swift (at http://old/, not the seed's \
      own) is live: is one type a slip? Clients look for the exact type
      """
    ),
    (
      .regionDiffersOnlyByCase("regionOne", live: "RegionOne"),
      """
      region regionOne of the seed is not the live region RegionOne: clients compare case, so \
      users of RegionOne do not see what is in regionOne
      """
    ),
    (
      .withoutPassword("skipper"),
      "user skipper gets no password: nobody can log in as this user"
    ),
    (
      .indirect(RoleAssignment(user: "ann", tenant: "acme", role: "admin")),
      """
      assignment ann has admin in acme comes from a group, by inheritance or by implication, \
      and is left alone: v2.0 cannot take it away, v3 can
      """
    ),
    (
      .originUnknown,
      """
      v3 refuses to list its endpoints, so that one which was made through v3 cannot be told: \
      v2.0 can neither change nor delete it
      """
    ),
    (
      .interfacesUnknown([imageEndpoint], .refused("403 Forbidden: No.")),
      """
      whether an interface of image/glance in regionOne is disabled by itself, or has a second URL, \
      is not known: v3 does not list its endpoints (403 Forbidden: No.); what v2.0 lists was compared
      """
    ),
    (
      .interfacesUnknown([EndpointKey](repeating: imageEndpoint, count: 22), .cutOff),
      """
      whether an interface of \
      \([String](repeating: "image/glance in regionOne", count: 20).joined(separator: ", ")) \
      and 2 more is disabled by itself, or has a second URL, is not known: v3 cuts its lists off, \
      even those of one interface (list_limit in the server's keystone.conf); what v2.0 lists was \
      compared
      """
    ),
    (
      .consequencesUnknown(.unread("GET /v3/role_assignments: 403 Forbidden: No.")),
      """
      who gains and who loses which roles by these changes is not known: \
      GET /v3/role_assignments: 403 Forbidden: No.
      """
    ),
    (
      .consequencesUnknown(.tooMany(9)),
      """
      who gains and who loses which roles by these changes is not told: they concern more than 9 \
      roles of users
      """
    ),
    (
      .domainDisabled(id: "default", users: ["nova"]),
      """
      domain default is disabled: nobody who lives there can log in, so the password of \
      user nova was not checked and is not set; v3 can enable it: openstack domain set --enable \
      default
      """
    ),
    (
      .domainDisabled(id: "default", users: ["glance", "nova"]),
      """
      domain default is disabled: nobody who lives there can log in, so the passwords of \
      users glance, nova were not checked and are not set; v3 can enable it: openstack domain set \
      --enable default
      """
    ),
    (
      .unreachable(.image, id: ""),
      """
      endpoint image/glance in regionOne is left alone: its ID is empty, which no request can name, \
      so that nothing of it can be read or changed
      """
    ),
    (
      .unreachableNotPruned(.tenant("old"), id: ".."),
      "tenant old is not pruned: its ID is .., which no request can name"
    ),
    (
      .pinned(.service(ServiceKey(type: "image", name: "glance")), byEndpoint: ".."),
      """
      service image/glance stays as it is: its endpoint with the ID .. would go with it, and no \
      request can name that ID
      """
    ),
    (
      .takesAlong(.domain("heat"), id: "9"),
      """
      domain heat takes along all that lives in it: projects, groups and users
      """
    ),
    (
      .takesAlong(.domain("heat"), id: "9", Residents([.tenant: 1, .user: 12])),
      "domain heat takes along what lives in it: 1 tenant, 12 users"
    ),
    (.takesAlong(.domain("heat"), id: "9", Residents([:])), "nothing lives in domain heat"),
    (
      .takesAlong(.role("ops"), id: "9"),
      """
      role ops is taken from everybody who has it, users that the seed does not declare among them
      """
    ),
    (
      .regionNotPruned("West", endpoints: 1),
      "the seed does not declare region West, so its endpoint is not pruned"
    ),
    (
      .regionNotPruned("West", endpoints: 3),
      "the seed does not declare region West, so its 3 endpoints are not pruned"
    ),
  ]

  private static let swift = ServiceKey(type: "object-store", name: "swift")
  private static let radosgw = ServiceKey(type: "object-store", name: "radosgw")

  @Test(arguments: cases + namesAndLocks)
  func everyNoteIsOneHarmlessLine(note: PlanNote, text: String) {
    #expect(PlanNoteWording.text(of: note, backend: "v2.0") == text)
  }
}
