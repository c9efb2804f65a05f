/// What is tied to projects, by ids: endpoints, or groups of them.
struct ProjectTies: Sendable {
  private var ties: [(project: String, other: String)] = []

  /// Adds one, and says whether it was not there yet.
  mutating func add(_ other: String, to project: String) -> Bool {
    guard !holds(other, of: project) else { return false }
    ties.append((project, other))
    return true
  }

  /// Takes one away, and says whether it was there.
  mutating func remove(_ other: String, from project: String) -> Bool {
    guard holds(other, of: project) else { return false }
    ties.removeAll { ExactText.same($0.project, project) && ExactText.same($0.other, other) }
    return true
  }

  mutating func removeAll(of project: String) {
    ties.removeAll { ExactText.same($0.project, project) }
  }

  mutating func removeAll(with other: String) {
    ties.removeAll { ExactText.same($0.other, other) }
  }

  func holds(_ other: String, of project: String) -> Bool {
    ties.contains { ExactText.same($0.project, project) && ExactText.same($0.other, other) }
  }

  /// What is tied to a project, the oldest first.
  func others(of project: String) -> [String] {
    ties.filter { ExactText.same($0.project, project) }.map(\.other)
  }

  /// The projects that something is tied to, the oldest first.
  func projects(with other: String) -> [String] {
    ties.filter { ExactText.same($0.other, other) }.map(\.project)
  }
}
