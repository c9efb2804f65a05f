import FoundationEssentials

/// A JSON Schema (draft 7) as far as this project's use it.
///
/// A keyword that is not known here is an error, so that none is in the schema unchecked.
package struct JSONSchema {
  package enum Flaw: Error {
    case unknownKeyword(String)
    case unresolved(String)
    case notASchema
  }

  package let root: SchemaValue

  package init(_ text: String) throws {
    root = try JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8))
  }

  /// Whether the schema admits a value.
  package func admits(_ value: SchemaValue) throws -> Bool {
    try admits(value, root)
  }

  /// The schema's definition of that name.
  package func definition(_ name: String) throws -> [String: SchemaValue] {
    try resolve("#/definitions/\(name)")
  }

  private func resolve(_ reference: String) throws -> [String: SchemaValue] {
    let path = reference.split(separator: "/").dropFirst().map(String.init)
    var found = root
    for key in path {
      guard case .object(let object) = found, let next = object[key] else {
        throw Flaw.unresolved(reference)
      }
      found = next
    }
    guard case .object(let object) = found else { throw Flaw.unresolved(reference) }
    return object
  }

  private func admits(_ value: SchemaValue, _ schema: SchemaValue) throws -> Bool {
    switch schema {
    case .flag(let isAdmitted):
      return isAdmitted
    case .object(let keywords):
      if case .text(let reference)? = keywords["$ref"] {
        return try admits(value, .object(try resolve(reference)))
      }
      for (keyword, argument) in keywords {
        guard try admits(value, keyword, argument, keywords) else { return false }
      }
      return true
    case .null, .number, .text, .list:
      throw Flaw.notASchema
    }
  }

  private func admits(
    _ value: SchemaValue,
    _ keyword: String,
    _ argument: SchemaValue,
    _ keywords: [String: SchemaValue]
  ) throws -> Bool {
    switch (keyword, argument, value) {
    case ("$schema", _, _), ("title", _, _), ("description", _, _), ("definitions", _, _):
      return true
    case ("type", .text(let type), _):
      return Self.has(value, type)
    case ("type", .list(let types), _):
      return types.contains {
        if case .text(let type) = $0 { Self.has(value, type) } else { false }
      }
    case ("enum", .list(let values), _):
      return values.contains(value)
    case ("const", _, _):
      return value == argument
    case ("anyOf", .list(let schemas), _):
      return try schemas.contains { try admits(value, $0) }
    case ("oneOf", .list(let schemas), _):
      return try schemas.count { try admits(value, $0) } == 1
    case ("allOf", .list(let schemas), _):
      return try schemas.allSatisfy { try admits(value, $0) }
    case ("not", _, _):
      return try !admits(value, argument)
    case ("pattern", .text(let pattern), .text(let text)):
      return text.contains(try Regex(pattern))
    case ("items", _, .list(let items)):
      return try items.allSatisfy { try admits($0, argument) }
    case ("uniqueItems", .flag(true), .list(let items)):
      return Set(items).count == items.count
    case ("required", .list(let names), .object(let object)):
      return names.allSatisfy {
        if case .text(let name) = $0 { object[name] != nil } else { false }
      }
    case ("minimum", .number(let least), .number(let number)):
      return number >= least
    case ("maximum", .number(let most), .number(let number)):
      return number <= most
    case ("minProperties", .number(let count), .object(let object)):
      return Double(object.count) >= count
    case ("maxProperties", .number(let count), .object(let object)):
      return Double(object.count) <= count
    case ("propertyNames", _, .object(let object)):
      return try object.keys.allSatisfy { try admits(.text($0), argument) }
    case ("properties", .object(let properties), .object(let object)):
      return try object.allSatisfy { name, value in
        try properties[name].map { try admits(value, $0) } ?? true
      }
    case ("additionalProperties", _, .object(let object)):
      var known: Set<String> = []
      if case .object(let properties)? = keywords["properties"] { known = Set(properties.keys) }
      var patterns: [String] = []
      if case .object(let schemas)? = keywords["patternProperties"] { patterns += schemas.keys }
      return try object.allSatisfy { name, value in
        try known.contains(name) || patterns.contains { try name.contains(Regex($0)) }
          || admits(value, argument)
      }
    case ("patternProperties", .object(let schemas), .object(let object)):
      return try object.allSatisfy { name, value in
        try schemas.allSatisfy { pattern, schema in
          try !name.contains(Regex(pattern)) || admits(value, schema)
        }
      }
    case ("minimum", _, _), ("maximum", _, _), ("pattern", _, _), ("items", _, _),
      ("uniqueItems", _, _), ("required", _, _),
      ("minProperties", _, _), ("maxProperties", _, _), ("propertyNames", _, _),
      ("properties", _, _), ("additionalProperties", _, _), ("patternProperties", _, _):
      // These say something of one type of value, and nothing of others.
      return true
    default:
      throw Flaw.unknownKeyword(keyword)
    }
  }

  private static func has(_ value: SchemaValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .flag: type == "boolean"
    case .number(let number):
      type == "number" || (type == "integer" && number == number.rounded())
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }
}
