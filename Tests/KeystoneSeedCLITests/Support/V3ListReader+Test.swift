import Convergence
import KeystoneClient
import Texts

@testable import KeystoneSeedCLI

extension V3ListReader {
  /// A reader with a token that somebody else made.
  static func recorded(_ transport: RecordedTransport) -> V3ListReader {
    V3ListReader(
      client: V3Client(
        endpoint: "http://127.0.0.1:5000/v3",
        authentication: .token(Secret("t1")),
        transport: transport
      ),
      retrier: Retrier(policy: RetryPolicy(), clock: ContinuousClock())
    )
  }
}
