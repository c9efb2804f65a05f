internal import IdentityModel

/// Reads `clouds.yaml`, the file in which OpenStack's clients keep how to reach which cloud, and
/// those beside it: `secure.yaml` of the same form, and `clouds-public.yaml` with vendors' profiles.
package enum CloudsFile {
  /// Which of the files it is; the raw value is the key of its clouds.
  package enum Section: String, Sendable {
    case clouds
    case profiles = "public-clouds"
  }

  /// The file is none of these at all.
  package struct Unreadable: Error {
    package let diagnostics: [SeedDiagnostic]
  }

  /// The file's clouds by name.
  ///
  /// - Parameters:
  ///   - bytes: The text, of YAML or of JSON.
  ///   - file: How messages call the file.
  ///   - section: Which file it is.
  /// - Returns: The entries, each with its own mistakes.
  /// - Throws: ``Unreadable`` for what is wrong with all of the file.
  package static func decode(
    _ bytes: [UInt8],
    file: String,
    section: Section = .clouds
  ) throws(Unreadable) -> [String: CloudEntry] {
    var diagnostics = DiagnosticCollector(file: file)
    guard let text = SourceText.content(of: bytes, into: &diagnostics),
      let document = YAMLComposer.compose(text, into: &diagnostics), let top = document.root
    else {
      if !diagnostics.hasErrors { diagnostics.error("the file is empty", at: .start) }
      throw Unreadable(diagnostics: diagnostics.sorted())
    }
    var reader = NodeReader(
      document: document,
      byteCount: bytes.count,
      diagnostics: diagnostics
    )
    let root = reader.pairs(of: top, as: section == .clouds ? "clouds.yaml" : "the file") ?? .empty
    let sections = root.filter { $0.key.value == section.rawValue }
    if sections.isEmpty, !reader.diagnostics.hasErrors {
      reader.diagnostics.error("the file has no key \"\(section.rawValue)\"", at: .start)
    }
    var clouds: [String: CloudEntry] = [:]
    for pairs in sections where !reader.isNull(pairs.value) {
      for pair in reader.pairs(of: pairs.value, as: section.rawValue) ?? .empty {
        let shared = reader.diagnostics
        var entryReader = CloudEntryReader(reader)
        clouds[pair.key.value] = entryReader.read(pair.value, at: pair.key.location)
        reader = entryReader.reader
        reader.diagnostics = shared
      }
    }
    guard !reader.diagnostics.hasErrors else {
      throw Unreadable(diagnostics: reader.diagnostics.sorted())
    }
    return clouds
  }
}
