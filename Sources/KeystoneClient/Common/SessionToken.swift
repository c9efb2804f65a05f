/// What a login yields, whichever version of the API it speaks.
protocol SessionToken: Sendable {
  /// The token itself.
  var token: Secret { get }
  /// The ID of the user who logged in.
  var userID: String { get }
  /// When it was issued and when it ends, by the server's clock.
  var validity: TokenValidity { get }
}
