extension SandboxState {
  /// Answers as the web framework does that Keystone has had since Queens: the path is looked at
  /// first, and where none is known there is a page.
  mutating func answerByFramework(_ request: SandboxRequest) -> SandboxResponse {
    var response: SandboxResponse
    do throws(Refusal) {
      response = try framed(request)
    } catch {
      response = rendered(error)
      for index in response.headers.indices
      where response.headers[index].name == "WWW-Authenticate" {
        response.headers[index] = SandboxResponse.Header(
          "WWW-Authenticate",
          "Keystone uri=\"\(request.root)/v3\""
        )
      }
    }
    response.reason = response.reason.uppercased()
    return response.withRequestID()
  }

  private mutating func framed(_ request: SandboxRequest) throws(Refusal) -> SandboxResponse {
    let segments = request.segments
    let isRead = request.method == "GET" || request.method == "HEAD"
    let documents = ["GET", "HEAD", "OPTIONS"]
    let isHome = JSONHome.isPreferred(accept: request.header("Accept") ?? "")
    guard let version = segments.first else {
      guard request.method != "OPTIONS" else { return .allowing(documents) }
      guard isRead else { throw .wrongMethodAtRoot }
      if isHome { return .home(JSONHome.document(release, prefix: "/v3")) }
      var response = rendered(VersionDocument.choices(request.root))
      response.headers.append(SandboxResponse.Header("Location", request.root + "/v3/"))
      return response
    }
    guard version == "v3" else { throw .noRoute }
    guard segments.count > 1 else {
      guard request.method != "OPTIONS" else { return .allowing(documents) }
      guard isRead else { throw .wrongMethod(allowed: documents) }
      if isHome { return .home(JSONHome.document(release, prefix: "")) }
      return rendered(VersionDocument.single(request.root))
    }
    let path = Array(segments.dropFirst())
    let routes = RouteTable.v3(release)
    let caller = try caller(request.header("X-Auth-Token"))
    guard
      let found = RouteTable.find(request.method, path, in: routes, of: [.public])
        ?? RouteTable.findForHead(request.method, path, in: routes, of: [.public])
    else {
      let methods = RouteTable.methods(of: path, in: routes)
      guard !methods.isEmpty else { throw .noRoute }
      guard request.method != "OPTIONS" else { return .allowing(methods + ["OPTIONS"]) }
      throw .wrongMethod(allowed: methods + ["OPTIONS"])
    }
    let members = try RequestBody.object(of: request, for: found.route)
    var call = Call(
      app: found.app,
      target: request.target,
      caller: caller,
      now: now,
      arguments: found.arguments,
      parameters: request.parameters ?? [],
      body: try RequestBody.unwrapped(members, for: found.route, release)
    )
    call.members = members
    call.root = request.root
    call.subjectToken = request.header("X-Subject-Token")
    let answer = try found.route.respond(&self, call)
    return rendered(answer)
  }
}

extension SandboxResponse {
  /// What a path can be asked.
  fileprivate static func allowing(_ methods: [String]) -> SandboxResponse {
    SandboxResponse(
      status: 200,
      reason: "OK",
      headers: [
        Header("Content-Type", "text/html; charset=utf-8"),
        Header("Allow", methods.joined(separator: ", ")),
      ]
    )
  }
}
