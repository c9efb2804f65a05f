import IdentityModel
import KeystoneClient
import Texts

extension ResourceOptions {
  /// What Keystone shows, without what nobody knows.
  init(_ members: JSONObject) {
    self.init()
    for member in members {
      guard let option = ResourceOption(rawValue: member.key) else { continue }
      switch (option, member.value) {
      case (.factorRules, .array(let rules)): self[option] = .rules(rules.map(Self.methods))
      case (.factorRules, _): break
      case (_, .bool(let flag)): self[option] = .flag(flag)
      case (_, _): break
      }
    }
  }

  private static func methods(of rule: JSONValue) -> [ExactText] {
    guard case .array(let methods) = rule else { return [] }
    return methods.compactMap { if case .string(let text) = $0 { ExactText(text) } else { nil } }
  }

  /// What an object is made with; nil where that is nothing.
  var json: JSONObject? {
    json(of: ResourceOption.allCases.filter { self[$0] != .absent })
  }

  /// Those that an update changes, a null for each that is to go; nil where it changes none.
  func json(of fields: Set<Field>) -> JSONObject? {
    json(of: ResourceOption.allCases.filter { fields.contains($0.field) })
  }

  private func json(of options: [ResourceOption]) -> JSONObject? {
    let members = options.compactMap { option -> JSONObject.Member? in
      self[option].map { (key: option.rawValue, value: $0.json) }
    }
    return members.isEmpty ? nil : JSONObject(members)
  }
}

extension ResourceOptions.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .flag(let flag): .bool(flag)
    case .rules(let rules): .array(rules.map { .array($0.map { .string($0.text) }) })
    case .absent: .null
    }
  }
}
