package import IdentityModel

/// A live cloud as a seed that is valid and whose plan on that cloud is empty.
///
/// ``LiveState`` → ``Adoption`` → ``SeedWriter`` → text. What a seed cannot say is in a comment.
package struct SeedDump: Sendable {
  /// The seed.
  package let text: String
  /// How many objects are in a comment instead of an entry.
  package let leftOutCount: Int
  /// What could not be read of the cloud, in words; the seed has it in a comment.
  package let doubts: [String]
  /// The environment variables that passwords are taken from, sorted.
  package let passwordVariables: [String]

  /// Writes the seed; nil where there is nothing that a seed could declare, since a seed that
  /// declares nothing is not valid.
  ///
  /// - Parameters:
  ///   - live: All that the cloud holds.
  ///   - address: Where it was read.
  ///   - declaresPasswords: Whether each user has a password, in a variable, but for those in a directory,
  ///     where none can be set; else none is managed, as suits hundreds of customers.
  ///   - memberRole: The role that comes with a default tenant there; nil where none does.
  ///   - saysMore: Whether a seed for that cloud can say of the catalog what v3 alone has.
  ///   - saysProjects: Whether tenants are called projects, as over v3.
  ///   - others: What else the cloud holds, for which a seed has no word.
  package init?(
    _ live: LiveState,
    address: String,
    declaresPasswords: Bool = true,
    memberRole: QualifiedName? = Role.memberName,
    saysMore: Bool = false,
    saysProjects: Bool = false,
    others: [UnsayableObject] = []
  ) {
    let adoption = Adoption(live, memberRole: memberRole, saysMore: saysMore)
    let all = declaresPasswords ? adoption.desired.users.map(\.name) : []
    let users = all.filter { !live.isReadOnly(.user($0)) }
    let variables = PasswordVariables.names(for: users)
    let sections = SeedWriter(
      adoption.desired,
      passwordVariables: variables,
      saysProjects: saysProjects
    ).text
    guard !sections.isEmpty else { return nil }
    let comments = DumpComments(
      adoption,
      passwordVariables: variables,
      memberRole: memberRole,
      others: others
    )
    text = ([comments.header(address: address), sections] + comments.remarks)
      .joined(separator: "\n")
    leftOutCount =
      adoption.remarks.count { $0.weight == .leftOut } + others.count { !$0.isDetail }
    doubts = adoption.doubts.map(\.text)
    passwordVariables = variables.values.sorted()
  }

  /// What a dump leaves out, and says to be left alone, since a seed cannot say it.
  ///
  /// - Parameter live: What the cloud holds, as far as it was read.
  /// - Returns: It; of roles also those that only a list could name, since what a dump writes depends on
  ///   all of the cloud.
  package static func leftOut(of live: LiveState) -> Unsayable {
    let remarks = Adoption(live, rolesAreKeys: true).remarks.filter { $0.weight == .leftOut }
    return Unsayable(
      ids: Set(remarks.flatMap(\.liveIDs)),
      keys: Set(remarks.compactMap(\.key))
    )
  }
}
