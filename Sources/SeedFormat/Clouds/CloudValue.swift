package import Texts

/// What a key of a cloud says, and where.
///
/// It may be a password, and so it is a `Secret` whatever it is.
package struct CloudValue: Hashable, Sendable {
  package let secret: Secret
  /// `FILE:LINE:COLUMN`.
  package let place: String

  package init(_ text: String, place: String) {
    secret = Secret(text)
    self.place = place
  }

  /// The value itself.
  package var text: String { secret.exposed() }
}
