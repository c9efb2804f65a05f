import IdentityModel
import Texts

/// The value of a setting, and its source.
struct GivenSetting: Hashable, Sendable {
  /// It may be a password or a token.
  let secret: Secret
  let source: SettingSource

  init(_ text: String, from source: SettingSource) {
    secret = Secret(text)
    self.source = source
  }

  /// The value itself.
  var text: String { secret.exposed() }

  var isOfOption: Bool {
    if case .option = source { return true }
    return false
  }

  var isOfEnvironment: Bool {
    if case .variable = source { return true }
    return false
  }

  var isOfCloud: Bool {
    if case .cloud = source { return true }
    return false
  }
}
