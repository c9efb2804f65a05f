/// Turns a text into YAML nodes, and what is said against it into a diagnostic.
///
/// libyaml's events are turned into nodes here and not by Yams, whose tree of objects takes eight
/// times as long as the events themselves and twice as long as all that follows, forgives no
/// duplicate key, and brings the whole of Foundation with it.
enum YAMLComposer {
  /// The only document, with a root; nil where there is none, or after the reason went to
  /// `diagnostics`.
  static func compose(
    _ text: ArraySlice<UInt8>,
    into diagnostics: inout DiagnosticCollector
  ) -> YAMLDocument? {
    do throws(YAMLFault) {
      let result = text.withUnsafeBufferPointer { bytes in
        Result { () throws(YAMLFault) in try YAMLTreeBuilder.build(bytes) }
      }
      let document = try result.get()
      return document.root == nil ? nil : document
    } catch {
      report(error, in: text, into: &diagnostics)
      return nil
    }
  }

  private static func report(
    _ fault: YAMLFault,
    in text: ArraySlice<UInt8>,
    into diagnostics: inout DiagnosticCollector
  ) {
    switch fault {
    case .syntax(let context, let problem, let place):
      diagnostics.error(
        "this is not YAML: \([context, problem].compactMap(\.self).joined(separator: " "))",
        at: place,
        hint: YAMLHint.hint(for: problem, at: place, in: String(decoding: text, as: UTF8.self))
      )
    case .character(let problem, let offset):
      diagnostics.error(
        "the file holds a character that YAML does not allow: \(problem)",
        at: SourceText.location(of: offset, in: Array(text))
      )
    case .nestedTooDeeply(let place):
      diagnostics.error("this is not YAML: while parsing too many levels were opened", at: place)
    case .secondDocument(let place):
      diagnostics.error("a second document begins here; a file holds one", at: place)
    case .undefinedAlias(let place):
      diagnostics.error(
        "no anchor has this alias's name",
        at: place,
        hint: "a text that begins with * must be quoted"
      )
    case .aliasedKey(let place):
      diagnostics.error(
        "a key must be a text, not an alias",
        at: place,
        hint: "quote a text that begins with *"
      )
    case .outOfMemory:
      diagnostics.error("there is not enough memory to read the file", at: .start)
    }
  }
}
