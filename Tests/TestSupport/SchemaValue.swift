/// A value of JSON, be it written as JSON or as YAML, as a schema looks at it.
package indirect enum SchemaValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([SchemaValue])
  case object([String: SchemaValue])
}

extension SchemaValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([SchemaValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: SchemaValue].self))
    }
  }
}
