extension Refusal {
  /// A path that no route serves, from the framework of today's Keystone.
  static let noRoute = Refusal(
    status: 404,
    title: "Not Found",
    message: """
      <!doctype html>
      <html lang=en>
      <title>404 Not Found</title>
      <h1>Not Found</h1>
      <p>The requested URL was not found on the server. If you entered the URL manually please \
      check your spelling and try again.</p>

      """,
    shape: .page
  )

  /// An exception that nothing caught: a page, which no retry mends.
  static let escaped = Refusal(
    status: 500,
    title: "Internal Server Error",
    message: """
      <html>
        <head>
          <title>Internal Server Error</title>
        </head>
        <body>
          <h1><p>Internal Server Error</p></h1>
          
        </body>
      </html>

      """,
    shape: .page
  )

  /// A path that other methods serve.
  static func wrongMethod(allowed: [String]) -> Refusal {
    Refusal(
      status: 405,
      title: "Method Not Allowed",
      message: "The method is not allowed for the requested URL.",
      shape: .bare,
      allowed: allowed
    )
  }

  /// The same at the root, where it is a page.
  static let wrongMethodAtRoot = Refusal(
    status: 405,
    title: "Method Not Allowed",
    message: """
      <!doctype html>
      <html lang=en>
      <title>405 Method Not Allowed</title>
      <h1>Method Not Allowed</h1>
      <p>The method is not allowed for the requested URL.</p>

      """,
    shape: .page,
    allowed: ["OPTIONS", "HEAD", "GET"]
  )

  /// A name that two of the same kind can't have.
  static func taken(_ kind: String, _ name: String, domainID: String? = nil) -> Refusal {
    let place = domainID.map { " at domain ID \($0)" } ?? ""
    return .conflict(kind, "Duplicate entry found with name \(name)\(place)")
  }

  /// A change of what has the option `immutable`; the lonely quote is Keystone's.
  static func immutable(_ kind: String, _ id: String, _ verb: String) -> Refusal {
    .forbidden(
      "Unable to \(verb) immutable \(kind) resource: `\(id). "
        + "Set resource option \"immutable\" to false first."
    )
  }

  /// Without a token of a domain's there is none to make something in.
  static let noDomainOfAdminToken = Refusal.badRequest(
    "You have tried to create a resource using the admin token. As this token is not within a "
      + "domain you must explicitly include a domain for this resource to belong to."
  )

  /// Another id in the body than in the path.
  static let otherID = Refusal.badRequest("Cannot change ID")
  /// What was made in a domain stays there.
  static let otherDomain = Refusal.badRequest("Cannot change Domain ID")
  /// A refusal that names no rule.
  static let forbiddenAction = Refusal.forbidden(
    "You are not authorized to perform the requested action."
  )
}
