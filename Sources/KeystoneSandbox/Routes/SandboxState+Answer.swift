extension SandboxState {
  /// Answers a request as the release does.
  ///
  /// The check of health is before all else, and a body over the limit is refused next.
  mutating func answer(_ request: SandboxRequest, now: Timestamp = .now) -> SandboxResponse {
    self.now = now
    guard request.path != "/healthcheck" else {
      return .healthy(request.method, accept: request.header("Accept") ?? "")
    }
    guard request.body.count <= SandboxLimits.body else {
      return .tooLarge(accept: request.header("Accept") ?? "", release)
    }
    guard release.servesVersion2 else { return answerByFramework(request) }
    guard request.method != "OPTIONS" else { return .options }
    let segments = request.segments
    do throws(Refusal) {
      switch segments.first {
      case nil:
        guard request.parameters != nil else { throw .badQuery }
        return rendered(VersionDocument.choices(options, request.apps))
      case "v2.0":
        return answer(request, segments, RouteTable.v2).withRequestID()
      case "v3":
        return answer(request, segments, RouteTable.v3(release)).withRequestID()
      case .some:
        throw notFound(request)
      }
    } catch {
      return rendered(error)
    }
  }

  /// Pike's pipeline, filter by filter.
  ///
  /// The order shows from outside. A token is looked at before the body, and the body before the
  /// path: malformed JSON is 400 even where no route is.
  private mutating func answer(
    _ request: SandboxRequest,
    _ segments: [String],
    _ routes: [Route]
  ) -> SandboxResponse {
    do throws(Refusal) {
      let caller = try caller(request.header("X-Auth-Token"))
      let members = try RequestBody.members(of: request)
      if segments.count == 1 {
        return rendered(VersionDocument.single(options, request.apps, segments[0]))
      }
      let path = Array(segments.dropFirst())
      guard
        let found = RouteTable.find(request.method, path, in: routes, of: request.apps)
          ?? findForHead(request, segments, routes)
      else { throw notFound(request) }
      guard let parameters = request.parameters else { throw .badQuery }
      var call = Call(
        app: found.app,
        target: request.target,
        caller: caller,
        now: now,
        arguments: found.arguments,
        parameters: parameters,
        body: try RequestBody.wrapped(members, for: found.route)
      )
      call.members = members
      call.root = options.publicURL
      call.subjectToken = request.header("X-Subject-Token")
      // In two steps: within one call `self` would be copied first, and the whole store with it.
      let answer = try found.route.respond(&self, call)
      return rendered(answer)
    } catch {
      return rendered(error)
    }
  }

  /// HEAD is asked of v3 as GET is; v2.0 has it for tokens alone.
  private func findForHead(
    _ request: SandboxRequest,
    _ segments: [String],
    _ routes: [Route]
  ) -> (route: Route, app: SandboxApp, arguments: [Route.Argument: String])? {
    guard segments[0] == "v3" else { return nil }
    let path = Array(segments.dropFirst())
    return RouteTable.findForHead(request.method, path, in: routes, of: request.apps)
  }

  /// Who the token belongs to: one that is unknown, expired or revoked belongs to nobody.
  ///
  /// - Throws: On a Keystone of today, 404 when the user, the project or the domain behind the
  ///   token is gone or switched off.
  func caller(_ tokenID: String?) throws(Refusal) -> Caller {
    guard let tokenID else {
      return Caller(kind: .anonymous, roleNames: [], tokenID: nil)
    }
    if let own = options.adminToken, ExactText.same(tokenID, own) {
      return Caller(kind: .adminToken, roleNames: [], tokenID: tokenID)
    }
    let token: Token?
    if release.storesTokens {
      token = valid(tokenID, now)
    } else {
      switch inspected(tokenID).result {
      case .success(let found): token = found
      case .failure(.orphaned(let refusal)): throw refusal
      case .failure(.worthless): token = nil
      }
    }
    guard let token else {
      return Caller(kind: .anonymous, roleNames: [], tokenID: tokenID)
    }
    return Caller(kind: .user(token), roleNames: roles(of: token).map(\.name), tokenID: tokenID)
  }

  private func notFound(_ request: SandboxRequest) -> Refusal {
    let host = request.header("Host") ?? "127.0.0.1"
    return .notFound("(http://\(host)\(request.target)): The resource could not be found.")
  }

  func rendered(_ answer: Answer) -> SandboxResponse {
    switch answer {
    case .document(let document): return .json(200, "OK", document)
    case .created(let document): return .json(201, "Created", document)
    case .choices(let document): return .json(300, "Multiple Choices", document)
    case .made:
      return SandboxResponse(
        status: 201,
        reason: "Created",
        headers: [SandboxResponse.Header("Vary", "X-Auth-Token")]
      )
    case .nothing: return .noContent
    case .token(let document, let id, let isNew):
      var response = SandboxResponse.json(
        isNew ? 201 : 200,
        isNew ? "Created" : "OK",
        document
      )
      response.headers.append(SandboxResponse.Header("X-Subject-Token", id))
      return response
    }
  }

  func rendered(_ refusal: Refusal) -> SandboxResponse {
    var response: SandboxResponse
    switch refusal.shape {
    case .keystone, .identity:
      response = .json(refusal.status, refusal.title, refusal.document)
    case .bare:
      response = .json(
        refusal.status,
        refusal.title,
        ["message": .string(refusal.message)]
      )
    case .other(let document):
      response = .json(refusal.status, refusal.title, document)
      let receipt = SandboxResponse.Header("Openstack-Auth-Receipt", RandomID.fernet(length: 162))
      response.headers.append(receipt)
      return response
    case .page:
      response = SandboxResponse(
        status: refusal.status,
        reason: refusal.title,
        headers: [
          SandboxResponse.Header(
            "Content-Type",
            // What nothing caught is answered by the server below the framework.
            refusal.status == 500 ? "text/html" : "text/html; charset=utf-8"
          )
        ],
        body: Array(refusal.message.utf8)
      )
    }
    if !refusal.allowed.isEmpty {
      let methods = refusal.allowed.joined(separator: ", ")
      response.headers.append(SandboxResponse.Header("Allow", methods))
    }
    if refusal.status == 401 {
      response.headers.append(
        SandboxResponse.Header("WWW-Authenticate", "Keystone uri=\"\(options.publicURL)\"")
      )
    }
    return response
  }
}

extension Refusal {
  fileprivate static let badQuery = Refusal.badRequest("Query string is not UTF-8 encoded")
}

extension SandboxResponse {
  /// The answer with the id under which Keystone would have logged the request.
  func withRequestID() -> SandboxResponse {
    var response = self
    response.headers.append(Header("x-openstack-request-id", RandomID.request()))
    return response
  }
}
