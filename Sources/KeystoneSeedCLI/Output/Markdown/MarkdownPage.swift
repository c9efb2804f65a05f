/// A page of Markdown that no forge refuses for its length.
///
/// GitHub takes 65,536 characters in a comment, the others that are known take more. What has to be
/// said comes first; what does not fit is counted.
struct MarkdownPage {
  /// Some characters less, for what others put around it.
  static let limit = 60_000

  private var blocks: [String] = []
  private var length = 0

  /// The whole page, ending in a line break.
  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  /// How many characters are left, as UTF-16 counts them, which is how forges do at worst.
  var left: Int { max(0, Self.limit - length) }

  /// Adds a part, whatever its length.
  mutating func add(_ block: String) {
    guard !block.isEmpty else { return }
    blocks.append(block)
    length += block.utf16.count + 2
  }

  /// Adds a title and a list below it, each item a text in code; nothing without items.
  ///
  /// - Parameters:
  ///   - title: What it is, with no text of others in it.
  ///   - items: The texts, each shortened in its middle where they are too long together.
  ///   - most: How many characters all of it may take; what does not fit is counted.
  mutating func addList(_ title: String, _ items: [String], within most: Int) {
    guard !items.isEmpty else { return }
    let room = min(most, left) - title.utf16.count - 40
    let lines = items.map(Self.item)
    let isTooLong = lines.reduce(0) { $0 + $1.utf16.count + 1 } > room
    let share = max(room / items.count - 8, Self.shortest)
    let shortened = isTooLong ? items.map { Self.item($0.shortened(to: share)) } : lines
    add("\(title)\n\n" + Self.fitting(shortened, into: room).joined(separator: "\n"))
  }

  /// Adds groups of lines as folded code, as many as there is room for; nothing without groups.
  ///
  /// - Parameters:
  ///   - title: What it is, with no text of others in it.
  ///   - groups: The lines that stand together.
  ///   - noun: What one group is called.
  mutating func addFolded(_ title: String, _ groups: [[String]], of noun: String) {
    guard !groups.isEmpty else { return }
    let overhead = title.utf16.count + 160
    var (shown, size) = ([String](), overhead)
    for (index, group) in groups.enumerated() {
      let lines = group.map { $0.shortened(to: Self.longestLine) }
      // Backticks in a row lengthen the fences on both sides.
      let fences = lines.map { line in line.utf8.count { $0 == UInt8(ascii: "`") } }.max() ?? 0
      size += lines.reduce(0) { $0 + $1.utf16.count + 1 } + 2 * fences
      guard size < left else {
        let rest = groups.count - index
        shown.append("... and \(rest) more \(rest == 1 ? noun : noun + "s")")
        break
      }
      shown += lines
    }
    guard overhead < left else { return }
    add(MarkdownText.folded(title, MarkdownText.block(shown, language: "diff")))
  }

  /// Shorter than this a text says nothing.
  private static let shortest = 40
  private static let longestLine = 500

  private static func item(_ text: String) -> String { "- " + MarkdownText.code(text) }

  private static func fitting(_ lines: [String], into room: Int) -> [String] {
    var size = 0
    for (index, line) in lines.enumerated() {
      size += line.utf16.count + 1
      guard size > room else { continue }
      return lines[..<index] + ["- and \(lines.count - index) more"]
    }
    return lines
  }
}

extension String {
  /// The text with its middle left out where it is longer, in units of UTF-16.
  fileprivate func shortened(to length: Int) -> String {
    guard utf16.count > length else { return self }
    let head = Self.fitting(unicodeScalars, into: length * 2 / 3)
    let tail = Self.fitting(unicodeScalars.reversed(), into: length - length * 2 / 3 - 1)
    var result = UnicodeScalarView(head)
    result.append("…")
    result.append(contentsOf: tail.reversed())
    return String(result)
  }

  /// As many of the first scalars as fit.
  private static func fitting(_ scalars: some Sequence<Unicode.Scalar>, into length: Int)
    -> [Unicode.Scalar]
  {
    var size = 0
    return Array(
      scalars.prefix { scalar in
        size += UTF16.width(scalar)
        return size <= length
      }
    )
  }
}
