extension IdentityBackend {
  /// What was granted to some users, and so can be revoked; for more than a few, everybody's grants
  /// are one list.
  ///
  /// - Parameter users: The IDs of the users.
  /// - Returns: Their assignments, those of others perhaps among them; nil where nobody can say.
  func grants(of users: Set<String>) async -> Set<AssignmentIDs>? {
    let few = 8
    do throws(BackendFailure) {
      guard users.count <= few else {
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
