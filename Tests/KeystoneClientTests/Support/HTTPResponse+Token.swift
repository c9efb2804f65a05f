import KeystoneClient

extension HTTPResponse {
  /// Keystone's answer to a login, as Pike gives it.
  ///
  /// - Parameters:
  ///   - token: The ID of the token.
  ///   - expires: When it ends; it is issued at 01:12:53 of the 23rd.
  ///   - isScoped: Whether it is for the tenant `admin`.
  ///   - catalog: The service catalog as JSON.
  /// - Returns: The answer.
  static func token(
    _ token: String,
    expires: String = "2026-11-23T02:12:53.000000Z",
    isScoped: Bool = true,
    catalog: String = "[]"
  ) -> HTTPResponse {
    let tenant = """
      , "tenant": {"id": "2bb3", "name": "admin", "description": "Admin Tenant", "enabled": true}
      """
    return .json(
      200,
      """
      {"access": {"token": {"expires": "\(expires)", "issued_at": "2026-11-23T01:12:53.000000Z",
      "audit_ids": ["mNcJsixQSjGxuaj4MXuexw"], "id": "\(token)"\(isScoped ? tenant : "")},
      "user": {"id": "1e03", "name": "admin", "username": "admin",
      "roles": [\(isScoped ? #"{"name": "admin"}"# : "")], "roles_links": []},
      "serviceCatalog": \(catalog), "metadata": {"roles": ["87ad"], "is_admin": 0}}}
      """
    )
  }

  /// An empty list of users, the shortest success of the admin API.
  static let noUsers = HTTPResponse.json(200, #"{"users": []}"#)
}
