import FoundationEssentials
import Yams

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
    guard let node = try Yams.compose(yaml: yaml, .basic) else {
      self = .null
      return
    }
    self.init(node)
  }

  private init(_ node: Node) {
    switch node {
    case .mapping(let mapping):
      let pairs = mapping.map { ($0.key.scalar?.string ?? "", JSONValue($0.value)) }
      self = .object(Dictionary(pairs) { first, _ in first })
    case .sequence(let sequence):
      self = .list(sequence.map { JSONValue($0) })
    case .scalar(let scalar) where scalar.style == .plain:
      self = Self.plain(scalar.string)
    case .scalar(let scalar):
      self = .text(scalar.string)
    case .alias:
      self = .null
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
