import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct PlanErrorMessageTests {
  private static let keystone = ServiceKey(type: "identity", name: "keystone")

  private static let cases: [(PlanError, String)] = [
    (
      .renamesCaller(.tenant("a")),
      """
      error: the plan would rename tenant a, to which this command is logged in
        Its next login would be refused. Use another user, or the admin token.

      """
    ),
    (
      .notThere([MissingObject(.tenant("a\n"), among: [])]),
      "error: tenant \"a\\n\" must exist and is not there\n"
    ),
    (
      .takesAlong(.region("bay"), with: .region("west")),
      """
      error: region bay would be deleted with region west, below which it is, and the seed does \
      not say so
        Say under absent that it goes too, or give it another parent.

      """
    ),
    (
      .belowItself([.region("a"), .region("b")]),
      """
      error: region a would be below itself: a, below b, below a
        A parent that the seed does not declare stays as it is: declare another one.

      """
    ),
    (
      .regionInUse("a", endpoints: 2),
      """
      error: region a cannot be deleted, since 2 rows of endpoints stay in it
        Leave --only away, or add endpoints to it.

      """
    ),
    (
      .cannotRename([
        RenameConflict(.user("a"), was: .user("b"), newCount: 0),
        RenameConflict(.user("c"), was: .user("d"), newCount: 2),
      ]),
      """
      error: 2 objects cannot be renamed
        user a was b, and there are several of that name
        user c was d, and there are 2 of the new name
        Take was away where both are to stay, or see which one is in use: only the other can go.

      """
    ),
    (
      .prunesPart([.role("r")]),
      """
      error: the seed is a part of a cloud, since role r exists without it; --prune would delete \
      what others have made
        List what has to go under absent. --only endpoints prunes in regions of the seed's own.

      """
    ),
    (
      .tooManyDeletions([
        ExcessiveDeletion(.service, count: 7, limit: 2, live: 8),
        ExcessiveDeletion(.endpoint, count: 16, limit: 5, live: 16),
      ]),
      """
      error: the plan would delete 7 of 8 services, and may delete 2; \
      and 16 of 16 endpoints, and may delete 5
        The limit is a third of what is live of each kind, but at least 1, unless --max-delete \
      gives another.
        Is this the right seed for this cloud? If so: --max-delete 16.

      """
    ),
    (
      .cutsOffCaller(.user("admin"), .delete),
      """
      error: the plan would delete user admin, as which this command is logged in
        Nothing could be changed afterwards. Use another user, or the admin token.

      """
    ),
    (
      .cutsOffCaller(.tenant("admin"), .update),
      """
      error: the plan would disable tenant admin, to which this command is logged in
        Nothing could be changed afterwards. Use another user, or the admin token.

      """
    ),
    (
      .cutsOffCaller(.role("admin"), .delete),
      """
      error: the plan would delete role admin, which lets this command in
        Nothing could be changed afterwards. Use another user, or the admin token.

      """
    ),
    (
      .asksCallerForMore("admin"),
      """
      error: the plan would ask more than a password of user admin, as which this command is logged in
        Its next login would be refused. Use another user, or add [password] to its \
      multi_factor_auth_rules.

      """
    ),
    (
      .removesIdentityService(.service(keystone)),
      """
      error: the plan would delete service identity/keystone, the last identity service
        Nobody would find Keystone in the catalog. Declare one that stays.

      """
    ),
    (
      .removesIdentityService(.service(keystone), .update),
      """
      error: the plan would disable service identity/keystone, the last identity service
        Nobody would find Keystone in the catalog. Declare one that stays.

      """
    ),
    (
      .renamesCaller(.role("admin")),
      """
      error: the plan would rename role admin, which lets this command in
        Nothing could be changed afterwards. Use another user, or the admin token.

      """
    ),
    (
      .tooManyDeletions([ExcessiveDeletion(.registeredLimit, count: 2, limit: 1, live: 2)]),
      """
      error: the plan would delete 2 of 2 registered limits, and may delete 1
        The limit is a third of what is live of each kind, but at least 1, unless --max-delete \
      gives another.
        Is this the right seed for this cloud? If so: --max-delete 2.

      """
    ),
    (
      .removesIdentityService(.endpoint(EndpointKey(service: keystone, region: "one"))),
      """
      error: the plan would delete endpoint identity/keystone in one, \
      the last one of the identity service
        Nobody would find Keystone in the catalog. Declare one that stays.

      """
    ),
    (
      .missing(
        .tenant("serv\u{7}ice"),
        neededBy: .assignment(RoleAssignment(user: "nova", tenant: "serv\u{7}ice", role: "admin"))
      ),
      """
      error: assignment nova has admin in serv\\x07ice needs tenant serv\\x07ice, \
      which is not there and not planned
        Leave --only away, or add tenants to it.

      """
    ),
    (
      .missing(
        .role("_member_"),
        neededBy: .assignment(RoleAssignment(user: "nova", tenant: "demo", role: "_member_"))
      ),
      """
      error: assignment nova has _member_ in demo needs role _member_, \
      which is not there and not planned
        Keystone makes it when the first user gets a default tenant: declare one's tenant.

      """
    ),
  ]

  @Test(arguments: cases)
  func everyRefusalNamesTheObjectAndTheWayOn(error: PlanError, text: String) {
    #expect(error.message.rendered() == text)
  }

  @Test func tenantsAreProjectsOverV3() {
    let excess = PlanError.tooManyDeletions([
      ExcessiveDeletion(.tenant, count: 2, limit: 1, live: 3)
    ])
    #expect(
      excess.message(over: "v3").summary
        == "the plan would delete 2 of 3 projects, and may delete 1"
    )
    let own = RefusedPlan(error: .cutsOffCaller(.tenant("admin"), .update), backend: "v3")
    #expect(
      own.message.summary
        == "the plan would disable project admin, to which this command is logged in"
    )
    let assignment = RoleAssignment(user: "nova", tenant: "demo", role: "_member_")
    let needed = PlanError.missing(.tenant("demo"), neededBy: .assignment(assignment))
    #expect(needed.message(over: "v3").hints == ["Leave --only away, or add projects to it."])
    let missing = PlanError.missing(.role("_member_"), neededBy: .assignment(assignment))
    // Over v3 no default project brings it along.
    #expect(missing.message(over: "v3").hints == ["Leave --only away, or add roles to it."])
  }
}
