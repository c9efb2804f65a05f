internal import IdentityModel
internal import Texts

/// Reads one cloud of a file; mistakes in it are the entry's own.
///
/// The file is other programs' too: keys that mean nothing here are passed over.
struct CloudEntryReader {
  private static let mostMisspellings = 10

  private(set) var reader: NodeReader
  private var entry = CloudEntry()
  /// Where each key was first, whichever dash it had.
  private var seen: [CloudEntry.Slot: FileLocation] = [:]

  init(_ reader: NodeReader) {
    self.reader = reader
    self.reader.diagnostics = reader.diagnostics.emptied
  }

  /// The entry with what is wrong with it.
  ///
  /// - Parameters:
  ///   - node: What the cloud's name leads to.
  ///   - start: Where the name is.
  /// - Returns: The entry.
  mutating func read(_ node: YAMLNode, at start: FileLocation) -> CloudEntry {
    entry.place = place(of: start)
    readPairs(of: node, as: "a cloud", isInAuth: false)
    entry.diagnostics = reader.diagnostics.sorted()
    return entry
  }

  private mutating func readPairs(of node: YAMLNode, as noun: String, isInAuth: Bool) {
    for pair in reader.pairs(of: node, as: noun) ?? .empty {
      if !isInAuth, CloudKey.normalized(pair.key.value) == "auth" {
        if !reader.isNull(pair.value) { readPairs(of: pair.value, as: "auth", isInAuth: true) }
      } else if !isInAuth, pair.key.value == "regions" {
        readRegions(of: pair.value)
      } else if let key = CloudKey(spelled: pair.key.value), !isInAuth || key.isOfAuth {
        read(key, of: pair, isInAuth: isInAuth)
      } else {
        notice(pair.key, isInAuth: isInAuth)
      }
    }
  }

  /// Remembers a key that may be a slip of the keyboard, of very many the first ones.
  private mutating func notice(_ key: Located<String>, isInAuth: Bool) {
    guard entry.misspellings.count < Self.mostMisspellings else { return }
    let known = CloudKey.allCases.filter { !isInAuth || $0.isOfAuth }.map(\.rawValue)
    let candidates = isInAuth ? known : known + ["auth"]
    let word = CloudKey.normalized(key.value)
    guard CloudKey(rawValue: word) == nil, !CloudKey.isOfOthers(word) else { return }
    guard let suggestion = Spelling.nearest(to: word, among: candidates) else { return }
    entry.misspellings.append(
      CloudEntry.Misspelling(
        word: key.value,
        suggestion: suggestion,
        place: place(of: key.location)
      )
    )
  }

  private mutating func read(_ key: CloudKey, of pair: NodeReader.Pair, isInAuth: Bool) {
    let slot = CloudEntry.Slot(key: key, isInAuth: isInAuth)
    if let first = seen.updateValue(pair.key.location, forKey: slot) {
      reader.diagnostics.error(
        "the key \"\(key.rawValue)\" is already in line \(first.line), with another dash",
        at: pair.key.location
      )
      return
    }
    guard let text = reader.isNull(pair.value) ? "" : text(of: key, pair.value) else { return }
    entry.values[slot] = value(text, at: pair.value)
  }

  private mutating func text(of key: CloudKey, _ node: YAMLNode) -> String? {
    switch key {
    case .verify, .insecure:
      return flag(of: node, as: key).map { "\($0)" }
    case .regionName where reader.kind(of: node) == .sequence:
      readRegions(of: node)
      return ""
    default:
      return reader.text(of: node, as: key.rawValue)?.value
    }
  }

  /// A truth value as PyYAML reads it, which OpenStack's own clients use.
  ///
  /// A quoted `"true"` is one for `insecure` alone, as in openstacksdk; for `verify` it is the path
  /// of a file there.
  private mutating func flag(of node: YAMLNode, as key: CloudKey) -> Bool? {
    let word = reader.document.text(of: node)
    let tag = reader.document.tag(of: node)
    if reader.document.isPlain(node), tag == .none {
      switch word {
      case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return true
      case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return false
      default: break
      }
    } else if key == .insecure, tag == .text || tag == .none {
      switch word.lowercased() {
      case "true": return true
      case "false": return false
      default: break
      }
    }
    return reader.flag(of: node, as: key.rawValue)
  }

  /// The regions of a list: names, or names with what holds there.
  private mutating func readRegions(of node: YAMLNode) {
    guard !reader.isNull(node), let items = reader.items(of: node, as: "regions") else { return }
    var regions: [CloudEntry.Region] = []
    for item in items {
      guard reader.kind(of: item) == .mapping else {
        guard let name = reader.text(of: item, as: "a region")?.value else { continue }
        regions.append(CloudEntry.Region(name: value(name, at: item), values: CloudEntry()))
        continue
      }
      if let region = region(in: item) { regions.append(region) }
    }
    // `regions` is what counts where there is a list in `region_name` as well.
    entry.regions = regions
  }

  private mutating func region(in node: YAMLNode) -> CloudEntry.Region? {
    var name: CloudValue?
    var values = CloudEntry()
    for pair in reader.pairs(of: node, as: "a region") ?? .empty {
      switch pair.key.value {
      case "name":
        name = reader.text(of: pair.value, as: "name").map { value($0.value, at: pair.value) }
      case "values":
        guard !reader.isNull(pair.value) else { continue }
        var inner = CloudEntryReader(reader)
        inner.readPairs(of: pair.value, as: "values", isInAuth: false)
        values = inner.entry
        let own = reader.diagnostics
        reader = inner.reader
        reader.diagnostics = own
        for diagnostic in inner.reader.diagnostics.sorted() { reader.diagnostics.add(diagnostic) }
      default:
        reader.diagnostics.error(
          "a region has no key \"\(pair.key.value)\"",
          at: pair.key.location,
          hint: "the keys are name, values"
        )
      }
    }
    if name == nil {
      reader.diagnostics.error("a region must have the key \"name\"", at: reader.location(of: node))
    }
    return name.map { CloudEntry.Region(name: $0, values: values) }
  }

  private func value(_ text: String, at node: YAMLNode) -> CloudValue {
    CloudValue(text, place: place(of: reader.location(of: node)))
  }

  private func place(of location: FileLocation) -> String {
    reader.diagnostics.place(location)
  }
}
