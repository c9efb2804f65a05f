import IdentityModel

/// Says which roles imply which by the names of the roles.
struct ImplicationNames {
  private let names: [String: QualifiedName]

  /// - Parameter roles: The roles that are listed.
  init(_ roles: [Live<Role>]) {
    names = Dictionary(roles.map { ($0.id, $0.value.name) }) { first, _ in first }
  }

  /// Those between roles that are listed; of another one, as of a domain that the seed does not say
  /// anything of, nothing could be said by name.
  func implications(among ids: Set<ImplicationIDs>) -> Set<Implication> {
    Set(
      ids.compactMap { pair in
        guard let role = names[pair.roleID], let implied = names[pair.impliedID] else { return nil }
        return Implication(role, implies: implied)
      }
    )
  }
}
