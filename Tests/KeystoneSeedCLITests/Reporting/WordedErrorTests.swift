import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct WordedErrorTests {
  static let cases: [(any WordedError & Sendable, String)] = [
    (
      ConnectionError.nothingGiven,
      """
      error: nothing says which Keystone to talk to
        With a token: OS_SERVICE_TOKEN and OS_SERVICE_ENDPOINT (http://HOST:35357/v2.0),
        or --os-token and --os-endpoint.
        With a login: OS_USERNAME, OS_PASSWORD, OS_TENANT_NAME and OS_AUTH_URL,
        or --os-cloud NAME for an entry of clouds.yaml.

      """
    ),
    (
      ConnectionError.incompleteToken(missing: .endpoint),
      """
      error: there is a token but no endpoint that it is for
        The endpoint: --os-endpoint, OS_SERVICE_ENDPOINT or SERVICE_ENDPOINT, or auth.endpoint \
      in clouds.yaml.

      """
    ),
    (
      ConnectionError.incompleteLogin(missing: [.password]),
      """
      error: the login is incomplete: there is no password
        The password: OS_PASSWORD, or auth.password in clouds.yaml.

      """
    ),
    (
      ConnectionError.unsupportedVersion("3"),
      """
      error: OS_IDENTITY_API_VERSION is 3, and keystone-seed speaks version 2.0 of the Identity API
        Unset it, or set it to 2.0, and let OS_AUTH_URL end in /v2.0.

      """
    ),
    (
      ConnectionError.invalidURL(.authURL, .credentials, text: nil),
      """
      error: the auth URL holds a user name or a password (not shown); give them on their own
        The auth URL: --os-auth-url, OS_AUTH_URL, or auth.auth_url in clouds.yaml.

      """
    ),
    (
      CloudsFileError.missingEntry(cloud: "lab", path: "/c.yaml", names: ["a", "b"]),
      """
      error: /c.yaml has no cloud lab
        It has a, b.

      """
    ),
    (
      SeedLocationError(searched: ["./a", "/b"]),
      """
      error: no seed is named and none is found
        Name one as an argument, - for standard input, or in KEYSTONE_SEED.
        Looked for ./a and /b.

      """
    ),
    (
      InputFileError(path: "seed\n.yaml", .tooLarge(limit: 64 << 20)),
      "error: cannot read seed\\n.yaml: it is larger than 64 MiB\n"
    ),
    (
      AtomicFileError(path: "rc", .isLinkOfAnother),
      "error: cannot write rc: it is a symbolic link that belongs to somebody else\n"
    ),
    (
      SecretErrors(errors: [
        "nova": SecretError(.environment("NOVA"), .unset),
        "glance": SecretError(.command("pass"), .command(.exited(status: 1))),
      ]),
      """
      error: 2 passwords could not be read
        user glance: the command pass failed with status 1
        user nova: the environment variable NOVA is not set

      """
    ),
  ]

  @Test(arguments: cases)
  func messageSaysWhatHappenedAndWhatToDo(error: any WordedError & Sendable, text: String) {
    #expect(error.message.rendered() == text)
  }
}
