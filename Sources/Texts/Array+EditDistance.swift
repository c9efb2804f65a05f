extension [Unicode.Scalar] {
  /// How many letters have to be put in, left out, replaced or swapped with their neighbour.
  package func editDistance(to other: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array<Int>(0...other.count)
    for row in indices {
      var current = [row + 1]
      for column in other.indices {
        let replaced = previous[column] + (self[row] == other[column] ? 0 : 1)
        var cost = Swift.min(replaced, previous[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && self[row] == other[column - 1] && self[row - 1] == other[column]
        if isSwap { cost = Swift.min(cost, beforePrevious[column - 1] + 1) }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[other.count]
  }
}
