/// The values of a JSON document, side by side in a few arrays.
///
/// A list of a hundred thousand objects is read for three or four fields of each. As a tree of objects
/// and texts the others cost more than all that is done with those that are wanted; here a value is a
/// few numbers, and a text becomes a `String` when somebody asks for it.
final class JSONDocument {
  /// What a value is.
  enum Kind: UInt8 {
    case null
    case yes
    case no
    /// Its literal stands among the bytes.
    case number
    /// It stands among the bytes as it is.
    case text
    /// Escapes were undone, so that it stands among the texts.
    case unescapedText
    case array
    case object
  }

  /// Everything about a value.
  struct Record {
    let kind: Kind
    /// Where its bytes begin, or which of the texts it is; nothing for the rest.
    var start = 0
    /// How many bytes, or how many values it holds; those of an object follow their names.
    var count = 0
    /// The index of what comes after it and all that is in it.
    var end = 0
  }

  private let bytes: [UInt8]
  private let records: [Record]
  private let texts: [String]

  /// Makes one.
  ///
  /// - Parameters:
  ///   - bytes: What was written.
  ///   - records: The values, each before all that is in it.
  ///   - texts: Those of the values whose escapes were undone.
  init(_ bytes: [UInt8], _ records: [Record], _ texts: [String]) {
    self.bytes = bytes
    self.records = records
    self.texts = texts
  }

  subscript(index: Int) -> Record { records[index] }

  /// The text or the number's literal at that index; nil where there is something else.
  func text(at index: Int) -> String? {
    let record = records[index]
    switch record.kind {
    case .text, .number:
      return String(decoding: bytes[record.start..<record.start + record.count], as: UTF8.self)
    case .unescapedText: return texts[record.start]
    default: return nil
    }
  }

  /// Whether the text at that index is that one, code point by code point.
  func isText(_ text: String, at index: Int) -> Bool {
    var text = text
    return text.withUTF8 { isText($0, records[index]) }
  }

  /// The index of a member's value; of the last one where there are several, as in Keystone.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - index: The index of the object.
  /// - Returns: The index; nil where the object has no such member.
  func member(_ name: String, ofObjectAt index: Int) -> Int? {
    var name = name
    return name.withUTF8 { name in
      var found: Int?
      var key = index + 1
      let end = records[index].end
      while key < end {
        if isText(name, records[key]) { found = key + 1 }
        key = records[key + 1].end
      }
      return found
    }
  }

  private func isText(_ text: UnsafeBufferPointer<UInt8>, _ record: Record) -> Bool {
    guard record.kind == .text else { return texts[record.start].utf8.elementsEqual(text) }
    guard record.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < text.count {
        guard bytes[record.start + offset] == text[offset] else { return false }
        offset += 1
      }
      return true
    }
  }
}
