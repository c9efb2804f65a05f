import Convergence
import KeystoneClient
import Texts

@testable import KeystoneSeedCLI

extension ListReader {
  /// A reader with Keystone's admin token, or with a login.
  static func test(_ transport: RecordedTransport, isLogin: Bool = false) -> ListReader {
    let credentials = PasswordCredentials(
      user: .name("prober"),
      password: Secret("probing"),
      scope: .tenantName("probing")
    )
    let url = "http://127.0.0.1:35357/v2.0"
    let client = KeystoneClient(
      endpoint: url,
      authentication: isLogin
        ? .password(credentials, authURL: url) : .token(Secret("ADMIN")),
      transport: transport
    )
    return ListReader(
      client: client,
      retrier: Retrier(policy: RetryPolicy(), clock: ContinuousClock())
    )
  }
}
