import KeystoneClient
import Texts

/// What answered at an endpoint's URL.
struct ProbeResult: Hashable, Sendable {
  enum Outcome: Hashable, Sendable {
    /// Something that speaks HTTP, with that status.
    case answered(status: Int)
    /// Nothing that could be understood.
    case failed(TransportError)
    /// Nothing was sent: a scheme that is not HTTP's, or a password in the URL.
    case notAsked
  }

  let url: ExactText
  let outcome: Outcome
}
