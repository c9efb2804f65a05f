import IdentityModel
import Reconciliation
import Texts

/// A text, several of them, a number or a truth value as JSON.
enum ScalarDocument: Hashable, Codable {
  case text(String)
  case texts([String])
  case flag(Bool)
  case number(Int)

  init?(_ value: FieldValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .flag(let flag): self = .flag(flag)
    case .number(let number): self = .number(number)
    case .texts(let texts): self = .texts(texts.sorted().map(\.text))
    case .name(let name): self = .text(name.description)
    case .template(let template): self = .text(template.text)
    case .secret, .absent: return nil
    }
  }

  /// The value, of a URL as the text that it is.
  var value: FieldValue {
    switch self {
    case .text(let text): .text(text)
    case .texts(let texts): .texts(Set(texts.map { ExactText($0) }))
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let texts = try? container.decode([String].self) {
      self = .texts(texts)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .texts(let texts): try container.encode(texts)
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    }
  }
}
