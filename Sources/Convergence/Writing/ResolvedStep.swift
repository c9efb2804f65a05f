import IdentityModel
import Texts

/// One operation as a request: names turned into IDs, the secret fetched.
enum ResolvedStep: Sendable {
  /// Another row is deleted for an endpoint that `replaces` one, so that it is read back: the catalog
  /// never lacks one.
  case create(any ResourceDraft, replaces: Bool = false)
  /// An object that is immutable is opened before the change of its fields.
  case update(any ResourceDraft, id: String, Set<Field>, opening: Opening? = nil)
  /// The password that the requests themselves are made with.
  case updateCaller(UserWrite, password: Secret, id: String, Set<Field>)
  case grant(AssignmentIDs)
  /// The grant of a role that Keystone itself has made since the plan was, with an ID of its own, for
  /// a user who got a default tenant.
  case grantNamed(QualifiedName, userID: String, tenantID: String)
  case revoke(AssignmentIDs)
  case imply(ImplicationIDs)
  case stopImplying(ImplicationIDs)
  case join(MembershipIDs)
  case leave(MembershipIDs)
  case delete(ResourceKind, id: String)
}

/// How an immutable object is opened, and that before anything else.
struct Opening: Sendable {
  /// The object, open.
  let draft: any ResourceDraft
  /// Whether it is closed after the change.
  let closes: Bool
}

/// What became of a request that went well.
struct StepResult: Hashable, Sendable {
  /// The ID of the row that is there now, nil where none was to be made.
  var id: String?
  /// Whether the row was found, be it somebody else's or one whose answer was lost, or was said to be
  /// gone already.
  var isAdopted = false
}
