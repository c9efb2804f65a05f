/// An answer that says no: as a rule Keystone's error document.
struct Refusal: Error, Equatable {
  /// What the answer looks like.
  enum Shape: Equatable {
    /// `{"error": {...}}`.
    case keystone
    /// The same with what the server offers instead, under `identity`.
    case identity(JSONObject)
    /// The framework's own document: the words alone.
    case bare
    /// The framework's own page.
    case page
    /// A document of another kind altogether.
    case other(JSONObject)
  }

  let status: Int
  let title: String
  let message: String
  var shape = Shape.keystone
  /// The methods that the route would take, where that is what is wrong.
  var allowed: [String] = []

  /// The document, `{"error": {...}}`.
  var document: JSONObject {
    var error: JSONObject = [
      "code": .number(String(status)), "title": .string(title), "message": .string(message),
    ]
    if case .identity(let offered) = shape { error["identity"] = .object(offered) }
    return ["error": .object(error)]
  }
}

extension Refusal {
  static func badRequest(_ message: String) -> Refusal {
    Refusal(status: 400, title: "Bad Request", message: message)
  }

  /// The words for something that a request lacks.
  static func missing(_ attribute: String, in target: String) -> Refusal {
    .badRequest(
      "Expecting to find \(attribute) in \(target). The server could not comply with the request "
        + "since it is either malformed or otherwise incorrect. "
        + "The client is assumed to be in error."
    )
  }

  /// The words for something that is longer than allowed.
  static func tooLong(_ attribute: String, limit: Int) -> Refusal {
    .badRequest(
      "Request attribute \(attribute) must be less than or equal to \(limit). "
        + "The server could not comply with the request because the attribute size is invalid "
        + "(too large). The client is assumed to be in error."
    )
  }

  /// The same words whatever the reason, so that nobody learns which user names exist.
  static func unauthorized(
    _ message: String = "The request you have made requires authentication."
  ) -> Refusal {
    Refusal(status: 401, title: "Unauthorized", message: message)
  }

  static func forbidden(_ message: String) -> Refusal {
    Refusal(status: 403, title: "Forbidden", message: message)
  }

  /// The words for a caller who lacks the role that an action asks for.
  static func notAllowed(action: String) -> Refusal {
    .forbidden("You are not authorized to perform the requested action: \(action).")
  }

  static func notFound(_ message: String) -> Refusal {
    Refusal(status: 404, title: "Not Found", message: message)
  }

  /// The words for an object that is not there; Keystone calls a tenant a project even here.
  static func unknown(_ kind: String, _ id: String) -> Refusal {
    .notFound("Could not find \(kind): \(id).")
  }

  static func conflict(_ kind: String, _ reason: String) -> Refusal {
    Refusal(
      status: 409,
      title: "Conflict",
      message: "Conflict occurred attempting to store \(kind) - \(reason)."
    )
  }

  /// What an exception that Keystone did not foresee looks like from outside.
  static let unexpected = Refusal(
    status: 500,
    title: "Internal Server Error",
    message: "An unexpected error prevented the server from fulfilling your request."
  )

  /// Roles of a user without a tenant: a route of the first releases that never did anything.
  static let noRolesWithoutTenant = Refusal(
    status: 501,
    title: "Not Implemented",
    message: "User roles not supported: tenant_id required"
  )
}
