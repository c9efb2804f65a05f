import IdentityModel
import KeystoneClient
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
        With a login: OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME and OS_AUTH_URL,
        or --os-cloud NAME for an entry of clouds.yaml.

      """
    ),
    (
      ConnectionError.incompleteToken(missing: .endpoint),
      """
      error: there is a token but no endpoint that it is for
        The endpoint: --os-endpoint, OS_SERVICE_ENDPOINT, SERVICE_ENDPOINT, OS_ENDPOINT or OS_URL, or auth.endpoint \
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
      ConnectionError.unknownVersion("4", .variable("OS_IDENTITY_API_VERSION")),
      """
      error: OS_IDENTITY_API_VERSION is 4, which is no version of the Identity API: there are 2.0 and 3
        Unset it: the version that the auth URL ends in counts.

      """
    ),
    (
      ConnectionError.credentialOverV2,
      """
      error: an application credential is of Identity v3, and this Keystone has v2.0 alone
        v2.0 logs in with a user's password, or a token.

      """
    ),
    (
      ConnectionError.unsupportedType(
        "v3password",
        .cloud(key: "auth_type", place: "/c.yaml:3:16"),
        over: .v2
      ),
      """
      error: auth_type in /c.yaml:3:16 is v3password, a login that Identity v2.0 does not have
        There are password, token (another one is made of it), admin_token (with an endpoint) and \
      v3applicationcredential.

      """
    ),
    (
      ConnectionError.unsupportedSetting(.variable("OS_TRUST_ID"), over: nil),
      """
      error: OS_TRUST_ID: keystone-seed has nothing of the kind
        It logs in with a user's password, a token or an application credential.

      """
    ),
    (
      ConnectionError.unsupportedSetting(.variable("OS_SYSTEM_SCOPE"), over: .v2),
      """
      error: OS_SYSTEM_SCOPE: a login of Identity v2.0 has nothing of the kind
        v2.0 logs in with a user's password, or a token, to a tenant.

      """
    ),
    (
      ConnectionError.twoLogins(
        .variable("OS_PASSWORD"),
        .variable("OS_APPLICATION_CREDENTIAL_ID")
      ),
      """
      error: there are a password and an application credential: OS_PASSWORD, \
      OS_APPLICATION_CREDENTIAL_ID
        Leave one out, or set OS_AUTH_TYPE to password or v3applicationcredential.

      """
    ),
    (
      ConnectionError.twoScopes(.variable("OS_SYSTEM_SCOPE"), .variable("OS_PROJECT_NAME")),
      """
      error: OS_SYSTEM_SCOPE and OS_PROJECT_NAME are both there, and a login is for one of them
        Leave one out.

      """
    ),
    (
      ConnectionError.invalidScope("some", .variable("OS_SYSTEM_SCOPE")),
      """
      error: OS_SYSTEM_SCOPE is some; the only scope of the system is all

      """
    ),
    (
      ConnectionError.scopeOfCredential(.variable("OS_PROJECT_NAME")),
      """
      error: OS_PROJECT_NAME: an application credential is for the project that it was made in
        Unset it.

      """
    ),
    (
      ConnectionError.stray(
        StrayCharacter(kind: .carriageReturn, place: .end),
        in: .token,
        .variable("OS_SERVICE_TOKEN")
      ),
      """
      error: the token of OS_SERVICE_TOKEN ends in a carriage return
        A file that Windows wrote has one at the end of each line; take it away.

      """
    ),
    (
      ConnectionError.twoClouds(
        cloud: "lab",
        address: "http://a:5000",
        variable: "OS_SERVICE_ENDPOINT"
      ),
      """
      error: OS_CLOUD names the cloud lab, at http://a:5000, and OS_SERVICE_ENDPOINT leads elsewhere
        Unset one of them, or say which is meant: --os-cloud lab.

      """
    ),
    (
      ConnectionError.secretElsewhere(.password, cloud: "lab", variable: "OS_AUTH_URL"),
      """
      error: the password of the cloud lab would go where OS_AUTH_URL leads, and its entry names no \
      such address
        Give the entry its auth_url, or say it with --os-auth-url.

      """
    ),
    (
      CloudsFileError.mistakes(cloud: "lab", lines: ["/c.yaml:2:3: error: x"]),
      """
      error: the entry of the cloud lab cannot be used
        /c.yaml:2:3: error: x

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
      SeedLocationError.inputTwice,
      "error: standard input is named twice, and can be read once\n"
    ),
    (
      SeedLocationError.emptyDirectory(path: "a\nb"),
      """
      error: the directory a\\nb holds no seed
        A seed's files there end in .yaml or .yml; those that begin with a dot do not count.

      """
    ),
    (
      SeedLocationError.notFound(searched: ["./a", "/b"]),
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
