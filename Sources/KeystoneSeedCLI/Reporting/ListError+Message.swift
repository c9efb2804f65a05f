import IdentityModel

extension ListError: WordedError {
  var message: ErrorMessage {
    switch self {
    case .none(let kind, let reference, let similar):
      ErrorMessage(
        "no \(kind.rawValue) with a name or ID of '\(TerminalText.harmless(reference))' exists",
        hints: similar.map { ["Did you mean \(TerminalText.harmless($0))?"] } ?? []
      )
    case .several(let kind, let reference, let count):
      ErrorMessage(
        "\(count) \(kind.plural) are called '\(TerminalText.harmless(reference))'",
        hints: ["Say which one by its ID."]
      )
    case .noCaller(let missing):
      ErrorMessage(
        "the token in use stands for no \(missing.map(\.rawValue).joined(separator: " and no "))",
        hints: [
          "Give \(missing.map { "--\($0.rawValue)" }.joined(separator: " and ")), or log in: "
            + "OS_USERNAME, OS_PASSWORD, OS_TENANT_NAME and OS_AUTH_URL."
        ]
      )
    case .noCatalog:
      ErrorMessage(
        "the token in use has no catalog: it is Keystone's admin_token, or has ended",
        hints: [
          "Log in instead: OS_USERNAME, OS_PASSWORD, OS_TENANT_NAME and OS_AUTH_URL, without "
            + "OS_SERVICE_TOKEN and OS_SERVICE_ENDPOINT."
        ]
      )
    }
  }
}
