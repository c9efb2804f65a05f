import Testing

@testable import KeystoneSandbox

@Suite struct RequestRedactionTests {
  private func line(_ target: String, _ body: String) -> String {
    RequestRedaction.line(
      RecordedRequest(
        sequence: 7,
        connection: 3,
        app: .public,
        method: "POST",
        target: target,
        headers: [
          .init(name: "X-Auth-Token", value: "s3cret"),
          .init(name: "authorization", value: "s3cret"),
          .init(name: "Accept", value: "application/json"),
        ],
        body: body
      )
    )
  }

  @Test(arguments: [
    (
      "/v2.0/tokens", #"{"auth": {"passwordCredentials": {"username": "u", "password": "s3cret"}}}"#
    ),
    ("/v2.0/tokens", #"{"auth": {"token": {"id": "s3cret"}}}"#),
    (
      "/v2.0/users",
      #"{"user": {"OS-KSADM:password": "s3cret", "l": [{"original_password": "s3cret"}]}}"#
    ),
    (
      "/v3/auth/tokens",
      #"{"auth": {"identity": {"password": {"user": {"id": "u", "password": "s3cret"}}}}}"#
    ),
    (
      "/v3/auth/tokens",
      #"{"auth": {"identity": {"application_credential": {"id": "c", "secret": "s3cret"}}}}"#
    ),
    ("/v2.0/tokens/s3cret", ""), ("/v2.0/tokens/s3cret/endpoints", ""),
    ("/v2.0/tokens/s3cret?belongsTo=t", "not JSON s3cret"),
  ])
  func secretsAreTakenOut(target: String, body: String) {
    let line = line(target, body)
    #expect(!line.contains("s3cret"))
    #expect(line.contains("(sensitive)"))
    #expect(!line.contains("\n"))
  }

  @Test func restStays() throws {
    let object = try JSONParser.parse(Array(line("/v2.0/tenants?name=x", #"{"a": 1}"#).utf8)).object
    #expect(object?["sequence"] == .number("7"))
    #expect(object?["connection"] == .number("3"))
    #expect(object?["app"] == "public")
    #expect(object?["target"] == "/v2.0/tenants?name=x")
    #expect(object?["body"] == ["a": .number("1")])
    #expect(object?["bodyLength"] == .number("8"))
    #expect(object?["headers"]?.object?["Accept"] == "application/json")
    #expect(RequestRedaction.target("/v2.0/tokens") == "/v2.0/tokens")
    #expect(RequestRedaction.target("/v2.0/tokens/?x") == "/v2.0/tokens/?x")
  }
}
