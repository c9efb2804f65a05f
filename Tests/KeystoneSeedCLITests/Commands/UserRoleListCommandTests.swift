import ArgumentParser
import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct UserRoleListCommandTests {
  static func login(isScoped: Bool) -> RecordedTransport.Exchange {
    let tenant = isScoped ? #","tenant":{"id":"2bb3","name":"service"}"# : ""
    return .init(
      "/tokens",
      """
      {"access":{"token":{"id":"t1"\(tenant)},"user":{"id":"1e03","name":"nova"},\
      "serviceCatalog":[]}}
      """,
      method: "POST"
    )
  }

  static let roles = RecordedTransport.Exchange(
    "/tenants/2bb3/users/1e03/roles",
    #"{"roles":[{"id":"87ad","name":"admin","user_id":"of the server's"}]}"#
  )
  static let user = RecordedTransport.Exchange(
    "/users/1e03",
    #"{"user":{"id":"1e03","name":"nova"}}"#
  )
  static let refused = RecordedTransport.Exchange(
    "/tokens",
    #"{"error":{"code":401,"title":"Unauthorized","message":"No."}}"#,
    method: "POST",
    status: 401
  )

  func text(_ arguments: [String] = [], from reader: ListReader) async throws -> String {
    let command = try UserRoleListCommand.parse(["--format", "value"] + arguments)
    return try await command.text(from: reader, isShown: false)
  }

  @Test func whoIsLoggedInIsTheDefault() async throws {
    let transport = RecordedTransport([Self.login(isScoped: true), Self.roles])
    let text = try await text(from: .test(transport, isLogin: true))
    #expect(text == "87ad admin 1e03 2bb3\n")
    #expect(transport.requests == ["POST /tokens", "GET /tenants/2bb3/users/1e03/roles"])
  }

  @Test func aUserCanBeNamedForTheTenantOfTheLogin() async throws {
    let transport = RecordedTransport([Self.login(isScoped: true), Self.roles, Self.user])
    let text = try await text(["--user", "1e03"], from: .test(transport, isLogin: true))
    #expect(text == "87ad admin 1e03 2bb3\n")
  }

  static let missing: [([String], [ListedKind])] = [
    ([], [.user, .tenant]),
    (["--user", "1e03"], [.tenant]),
  ]

  @Test(arguments: missing)
  func adminTokenHasNoDefaults(_ arguments: [String], _ missing: [ListedKind]) async {
    let transport = RecordedTransport([Self.refused, Self.user])
    await #expect(throws: ListError.noCaller(missing: missing)) {
      try await text(arguments, from: .test(transport))
    }
  }

  @Test func loginForNoTenantHasNone() async {
    let transport = RecordedTransport([Self.login(isScoped: false)])
    await #expect(throws: ListError.noCaller(missing: [.tenant])) {
      try await text(from: .test(transport, isLogin: true))
    }
  }
}
