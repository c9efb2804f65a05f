/// A place in a file, counted as editors count: both numbers start at 1, columns are code points.
package struct FileLocation: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Where every file begins.
  package static let start = FileLocation(line: 1, column: 1)

  package static func < (left: FileLocation, right: FileLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
