import ArgumentParser
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct CatalogCommandTests {
  let login = RecordedTransport([
    .init(
      "/tokens",
      """
      {"access":{"token":{"id":"t1","tenant":{"id":"2bb3","name":"service"}},\
      "user":{"id":"1e03","name":"nova"},"serviceCatalog":[\
      {"type":"compute","name":"nova","endpoints":[{"id":"5","region":"one",\
      "publicURL":"http://p:8774/v2/2bb3"}]}]}}
      """,
      method: "POST"
    )
  ])

  func text(_ arguments: [String], from reader: ListReader) async throws -> String {
    try await CatalogCommand.parse(arguments).text(from: reader, region: nil, isShown: false)
  }

  @Test func isThatOfTheLoginAndTakesNoOtherRequest() async throws {
    let text = try await text([], from: .test(login, isLogin: true))
    #expect(text.hasPrefix("Service: compute\n+-"))
    #expect(login.requests == ["POST /tokens"])
  }

  @Test func otherFormatsHaveARowForEachEndpoint() async throws {
    let reader = ListReader.test(login, isLogin: true)
    #expect(
      try await text(["--format", "csv"], from: reader) == """
        service,name,region,publicURL,internalURL,adminURL,id
        compute,nova,one,http://p:8774/v2/2bb3,,,5

        """
    )
    #expect(
      try await text(["--column", "region", "--column", "service"], from: reader) == """
        +--------+---------+
        | region | service |
        +--------+---------+
        |  one   | compute |
        +--------+---------+

        """
    )
  }

  @Test func adminTokenHasNoCatalog() async {
    let transport = RecordedTransport([UserRoleListCommandTests.refused])
    await #expect(throws: ListError.noCatalog) { try await text([], from: .test(transport)) }
  }

  @Test func loginForNoTenantHasNoCatalogEither() async {
    let transport = RecordedTransport([UserRoleListCommandTests.login(isScoped: false)])
    let error = await #expect(throws: KeystoneError.self) {
      try await text([], from: .test(transport, isLogin: true))
    }
    #expect(error?.reason == .unscopedLogin)
  }
}
