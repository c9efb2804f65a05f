internal import Yams

/// Turns a text into YAML nodes, and what libyaml says against it into a diagnostic.
enum YAMLComposer {
  /// The nodes of the only document, with the mask that its keys are to be read through.
  struct Composition {
    let root: Node
    let mask: KeyMask
  }

  /// How many duplicate keys are worked around; each costs one more parse.
  private static let maskLimit = 100
  /// How many bytes are parsed again for them in all, so that a large file soon is given up.
  private static let maskByteLimit = 4 << 20

  /// The document's nodes; nil where there is none, or after the reason went to `diagnostics`.
  static func compose(
    _ text: String,
    into diagnostics: inout DiagnosticCollector
  ) -> Composition? {
    var text = text
    var mask = KeyMask()
    for round in 0...maskLimit {
      do {
        if let place = try AliasedKeys.first(in: text) {
          diagnostics.error(
            "a key must be a text, not an alias",
            at: place,
            hint: "quote a text that begins with *"
          )
          return nil
        }
        // Without rules, since what a plain scalar means depends on where it stands; the default
        // ones, regular expressions all, also take most of the time.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        return try parser.singleRoot().map { Composition(root: $0, mask: mask) }
      } catch YamlError.duplicatedKeysInMapping(_, let context)
        where round < maskLimit && round * text.utf8.count < maskByteLimit
      {
        let place = FileLocation(context.mark)
        guard let masked = mask.masking(keyAt: place, in: text) else {
          diagnostics.error("this key is there twice in its mapping", at: place)
          return nil
        }
        text = masked
      } catch let error as YamlError {
        report(error, into: &diagnostics)
        return nil
      } catch {
        diagnostics.error("the YAML parser failed", at: .start)
        return nil
      }
    }
    return nil
  }

  private static func report(_ error: YamlError, into diagnostics: inout DiagnosticCollector) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      diagnostics.error(
        "this is not YAML: \([context?.text, problem].compactMap(\.self).joined(separator: " "))",
        at: FileLocation(mark),
        hint: hint(for: problem)
      )
    case .composer(_, "but found another document", let mark, _):
      diagnostics.error("a second document begins here; a file holds one", at: FileLocation(mark))
    case .composer(_, let problem, let mark, _):
      diagnostics.error(
        problem == "found undefined alias" ? "no anchor has this alias's name" : problem,
        at: FileLocation(mark),
        hint: "a text that begins with * must be quoted"
      )
    case .reader(let problem, let offset, _, let yaml):
      diagnostics.error(
        "the file holds a character that YAML does not allow: \(problem)",
        at: location(ofCharacter: offset ?? 0, in: yaml)
      )
    case .duplicatedKeysInMapping(_, let context):
      diagnostics.error(
        "this key is there twice in its mapping, and there may be more",
        at: FileLocation(context.mark)
      )
    case .memory:
      diagnostics.error("there is not enough memory to read the file", at: .start)
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      diagnostics.error("the YAML parser failed", at: .start)
    }
  }

  /// What usually lies behind libyaml's words.
  private static func hint(for problem: String) -> String? {
    switch problem {
    case "found character that cannot start any token":
      "indent with blanks, and quote a text that begins with %, @ or a backtick"
    case "mapping values are not allowed in this context":
      "quote a text that holds a colon followed by a blank"
    case "did not find expected key", "did not find expected ',' or '}'":
      "check the indentation, the quotes and the commas before this place"
    default:
      nil
    }
  }

  private static func location(ofCharacter offset: Int, in text: String) -> FileLocation {
    var line = 1
    var column = 1
    for character in text.prefix(offset) {
      column = character.isNewline ? 1 : column + character.unicodeScalars.count
      line += character.isNewline ? 1 : 0
    }
    return FileLocation(line: line, column: column)
  }
}

extension FileLocation {
  /// Where libyaml saw something.
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}
