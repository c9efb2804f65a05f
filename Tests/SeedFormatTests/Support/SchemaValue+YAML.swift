import TestSupport
import Testing

@testable import SeedFormat

extension SchemaValue {
  /// What an editor sees in a YAML text: its plain scalars are those of YAML 1.2's core schema.
  init(yaml: String) throws {
    var diagnostics = DiagnosticCollector(file: "x")
    let document = YAMLComposer.compose(Array(yaml.utf8)[...], into: &diagnostics)
    try #require(!diagnostics.hasErrors, "\(yaml)")
    if let document, let root = document.root {
      self.init(root, in: document)
    } else {
      self = .null
    }
  }

  private init(_ node: YAMLNode, in document: YAMLDocument) {
    let children = document.children(of: node).map { SchemaValue($0, in: document) }
    switch document.kind(of: node) {
    case .mapping:
      let keys = document.children(of: node).enumerated().filter { $0.offset.isMultiple(of: 2) }
      let values = children.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
      let pairs = zip(keys.map { document.text(of: $0.element) }, values)
      self = .object(Dictionary(pairs) { first, _ in first })
    case .sequence:
      self = .list(children)
    case .scalar:
      let text = document.text(of: node)
      self = document.isPlain(node) ? Self.plain(text) : .text(text)
    }
  }

  private static func plain(_ text: String) -> SchemaValue {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .flag(true)
    case "false", "False", "FALSE": .flag(false)
    default: Double(text).map { .number($0) } ?? .text(text)
    }
  }
}
