/// A place in a file, counted as editors count: both numbers start at 1, columns are code points.
///
/// A seed of several files has places in each; that of a later file comes after that of an earlier one.
package struct FileLocation: Hashable, Comparable, Sendable {
  // A seed of a million users keeps ten million places: as three words each they take twice the room.
  private let fileNumber: UInt32
  private let lineNumber: UInt32
  private let columnNumber: UInt32

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - line: The line, from 1 on.
  ///   - column: The code point in it, from 1 on.
  ///   - file: Which of the seed's files it is in, from 0 on.
  package init(line: Int, column: Int, file: Int = 0) {
    fileNumber = UInt32(clamping: file)
    lineNumber = UInt32(clamping: line)
    columnNumber = UInt32(clamping: column)
  }

  /// Makes a place of numbers that are kept as small ones elsewhere too.
  init(line: UInt32, column: UInt32, file: UInt32) {
    fileNumber = file
    lineNumber = line
    columnNumber = column
  }

  package var line: Int { Int(lineNumber) }
  package var column: Int { Int(columnNumber) }
  /// Which of the seed's files it is in, from 0 on.
  package var file: Int { Int(fileNumber) }

  /// Where every file begins.
  package static let start = FileLocation(line: 1, column: 1)

  /// The same place in another file.
  ///
  /// - Parameter file: Which one.
  /// - Returns: Its place there.
  func inFile(_ file: Int) -> FileLocation {
    FileLocation(line: line, column: column, file: file)
  }

  package static func < (left: FileLocation, right: FileLocation) -> Bool {
    (left.fileNumber, left.lineNumber, left.columnNumber)
      < (right.fileNumber, right.lineNumber, right.columnNumber)
  }
}
