/// Finds the name that a person probably meant.
package struct Spelling {
  /// How many more names may be looked at in one reading.
  ///
  /// A seed with 100,000 users and a wrong word in each would otherwise take hours for its hints.
  private var budget = 200_000

  package init() {}

  /// A hint such as `did you mean "Member"?`, or nil where nothing is near or it would take long.
  package mutating func hint(for word: String, among candidates: some Collection<String>) -> String?
  {
    guard candidates.count <= budget else { return nil }
    budget -= candidates.count
    return Self.hint(for: word, among: candidates)
  }

  /// A hint from a handful of words that the program itself knows.
  package static func hint(for word: String, among candidates: some Collection<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean \"\($0)\"?" }
  }

  /// The candidate that differs least: by case alone, else by at most a third of its letters.
  package static func nearest(to word: String, among candidates: some Collection<String>) -> String?
  {
    let letters = Array(word.lowercased().unicodeScalars)
    let tolerance = letters.count / 3
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= tolerance else { continue }
      let found = (letters.editDistance(to: other), candidate)
      guard found.0 <= tolerance else { continue }
      if best.map({ found < $0 }) ?? true { best = found }
    }
    return best?.candidate
  }
}
