extension IdentityBackend {
  /// What was granted to those who have some assignments, and so can be revoked; for more than a few, and
  /// where groups are among them, everybody's grants are one list.
  ///
  /// - Parameter assignments: The assignments.
  /// - Returns: All that those have, and perhaps what others have; nil where nobody can say.
  func grants(
    ofHoldersOf assignments: some Collection<AssignmentIDs>
  ) async -> Set<AssignmentIDs>? {
    let few = 8
    let users = Set(assignments.compactMap(\.userID))
    let hasGroups = assignments.contains { $0.userID == nil }
    do throws(BackendFailure) {
      guard users.count <= few, !hasGroups else {
        return try await directAssignments(ofUser: nil).map { Set($0) }
      }
      var granted: Set<AssignmentIDs> = []
      for user in users.sorted() {
        guard let more = try await directAssignments(ofUser: user) else { return nil }
        granted.formUnion(more)
      }
      return granted
    } catch {
      return nil
    }
  }
}
