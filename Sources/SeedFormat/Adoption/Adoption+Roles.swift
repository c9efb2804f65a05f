internal import IdentityModel

extension Adoption {
  /// Roles stand in a list, unless there is more to say of one than its name.
  mutating func adoptRoles(of live: LiveState) {
    let roles = live.roles.filter { $0.value.name != Role.memberName }
    let hasFields =
      rolesAreKeys
      || roles.contains {
        Self.text($0.value.description) != nil || !Self.options(of: $0.value).isEmpty
      }
    let mayImply = !live.implications.isSubset(of: Implication.bootstrapped)
    let earlier = remarks
    declare(roles, stand: hasFields || mayImply ? .asKey : .inList)
    adoptImplications(of: live)
    // What a list can name and a mapping cannot need not be left out for what a seed cannot say anyway.
    guard !hasFields, mayImply, desired.implications.isEmpty else { return }
    let left = remarks.dropFirst(earlier.count).filter { $0.kind == .implication }
    remarks = earlier
    declare(roles, stand: .inList)
    remarks += left
  }

  private mutating func declare(_ roles: [Live<Role>], stand place: NameAdoption.Place) {
    desired.roles = adopt(roles, NameRule.role, stands: place)
      .map { role in
        Role(
          name: role.name,
          description: Self.text(role.description),
          options: Self.options(of: role)
        )
      }
  }

  /// What goes without saying of the roles that `keystone-manage bootstrap` makes is left out.
  private static func options(of role: Role) -> ResourceOptions {
    let isBootstrapped =
      role.options == ResourceOptions([.immutable: .flag(true)])
      && Role.bootstrapped.contains(role.name)
    return isBootstrapped ? ResourceOptions() : role.options
  }

  /// Declares those of each role that implies more than `keystone-manage bootstrap` has it imply, which is
  /// on every Keystone of today.
  private mutating func adoptImplications(of live: LiveState) {
    let roles = Set(desired.roles.map(\.name))
    let others = live.implications.subtracting(Implication.bootstrapped)
    let candidates = Set(others.map(\.role))
    let circles = Set(
      ImplicationCircle.all(
        among: live.implications.filter { candidates.contains($0.role) }.sorted()
      ).map(\.last)
    )
    func refusal(of implication: Implication) -> String? {
      if !roles.contains(implication.role)
        || (!roles.contains(implication.implied) && implication.implied != Role.memberName)
      {
        return "goes with a role that is left out"
      }
      if implication.implied.name == SeedValidator.neverImplied {
        return "names a role that a seed cannot have implied"
      }
      return circles.contains(implication) ? "closes a circle, which a seed cannot have" : nil
    }
    let special = Set(others.lazy.filter { refusal(of: $0) == nil }.map(\.role))
    for implication in live.implications.sorted() {
      if let reason = refusal(of: implication) {
        guard others.contains(implication) || special.contains(implication.role) else { continue }
        remarks.append(AdoptionRemark(leavingOut: .implication(implication), reason))
      } else if special.contains(implication.role) {
        desired.implications.append(implication)
        desired.rolesWithDeclaredImplications.insert(implication.role)
      }
    }
  }
}
