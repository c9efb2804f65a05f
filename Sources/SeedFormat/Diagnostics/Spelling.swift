/// Finds the name that a person probably meant.
package struct Spelling {
  /// How many more names may be looked at in one reading.
  ///
  /// A seed with 100,000 users and a wrong word in each would otherwise take hours for its hints.
  private var budget = 200_000

  /// A hint such as `did you mean "Member"?`, or nil where nothing is near or it would take long.
  mutating func hint(for word: String, among candidates: some Collection<String>) -> String? {
    guard candidates.count <= budget else { return nil }
    budget -= candidates.count
    return Self.hint(for: word, among: candidates)
  }

  /// A hint from a handful of words that the program itself knows.
  static func hint(for word: String, among candidates: some Collection<String>) -> String? {
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
      let found = (distance(letters, other), candidate)
      guard found.0 <= tolerance else { continue }
      if best.map({ found < $0 }) ?? true { best = found }
    }
    return best?.candidate
  }

  /// How many letters have to be put in, left out, replaced or swapped with their neighbour.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
        if isSwap { cost = min(cost, beforePrevious[column - 1] + 1) }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
