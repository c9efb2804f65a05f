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
    case .noColumn(let name, let columns, let others):
      ErrorMessage(
        "there is no column '\(TerminalText.harmless(name))' in this list; there are "
          + columns.joined(separator: ", "),
        hints: others.contains { ColumnName.isSame($0, name) } ? ["It has more with --long."] : []
      )
    case .needsVersion2(let command, let successor):
      ErrorMessage(
        "\(command) is a command of 2014, which needs version 2.0 of the Identity API, and version 3 "
          + "is spoken",
        hints: ["Over v3 it is: openstack \(successor)."]
      )
    case .noEndpoint(let interface, let service, let region):
      ErrorMessage(
        "\(TerminalText.harmless(interface)) endpoint for \(TerminalText.harmless(service)) service "
          + "not found",
        hints: region.map {
          [
            "Only region \(TerminalText.harmless($0)) was looked at, as --os-region-name or "
              + "OS_REGION_NAME says."
          ]
        } ?? []
      )
    case .noLogin:
      ErrorMessage(
        "the token in use stands for nobody: it is Keystone's admin_token",
        hints: [
          "Log in instead: OS_USERNAME, OS_PASSWORD and OS_AUTH_URL, without OS_SERVICE_TOKEN and "
            + "OS_SERVICE_ENDPOINT."
        ]
      )
    case .needsVersion3(let what, let isServed):
      ErrorMessage(
        "\(what) needs version 3 of the Identity API, and version 2.0 is spoken",
        hints: isServed == false
          ? ["This Keystone serves no version 3."]
          : [
            "Ask for version 3: --os-identity-api-version 3, OS_IDENTITY_API_VERSION=3, or an address "
              + "that ends in /v3."
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
