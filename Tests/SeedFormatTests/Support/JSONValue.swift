import FoundationEssentials
import Testing

@testable import SeedFormat

/// A value of JSON, be it written as JSON or as YAML.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}

extension JSONValue {
  /// What an editor sees in a YAML text: its plain scalars are those of YAML 1.2's core schema.
  init(yaml: String) throws {
    var diagnostics = DiagnosticCollector(file: "x")
    let document = YAMLComposer.compose(yaml, into: &diagnostics)
    try #require(!diagnostics.hasErrors, "\(yaml)")
    if let document, let root = document.root {
      self.init(root, in: document)
    } else {
      self = .null
    }
  }

  private init(_ node: YAMLNode, in document: YAMLDocument) {
    let children = document.children(of: node).map { JSONValue($0, in: document) }
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

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .flag(true)
    case "false", "False", "FALSE": .flag(false)
    default: Double(text).map { .number($0) } ?? .text(text)
    }
  }
}
