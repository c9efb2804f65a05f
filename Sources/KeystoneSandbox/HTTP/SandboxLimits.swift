/// Sizes that Keystone does not go beyond.
enum SandboxLimits {
  /// The longest request body (`[oslo_middleware] max_request_body_size`).
  static let body = 114_688
  /// The longest user name, user id, tenant name or tenant id at login (`max_param_size`).
  static let parameter = 64
  /// The longest password at login (`[identity] max_password_length`).
  static let password = 4096
  /// The longest token in a body (`max_token_size`).
  static let token = 255
  /// The longest name of a user or a region, which no schema bounds but the database column.
  static let column = 255
}
