extension SandboxState {
  /// Answers a request: Keystone's pipeline, filter by filter.
  ///
  /// The order shows from outside. The check of health is before all else, a body over the limit is
  /// refused next, a token is looked at before the body, and the body before the path: malformed JSON
  /// is 400 even where no route is.
  mutating func answer(_ request: SandboxRequest, now: Timestamp = .now) -> SandboxResponse {
    guard request.path != "/healthcheck" else {
      return .healthy(request.method, accept: request.header("Accept") ?? "")
    }
    guard request.body.count <= SandboxLimits.body else {
      return .tooLarge(accept: request.header("Accept") ?? "")
    }
    guard request.method != "OPTIONS" else { return .options }
    let segments = request.segments
    do throws(Refusal) {
      switch segments.first {
      case nil:
        guard request.parameters != nil else { throw .badQuery }
        return rendered(VersionDocument.choices(options, request.apps))
      case "v2.0":
        return answer(request, segments, RouteTable.v2, now).withRequestID()
      case "v3":
        return answer(request, segments, RouteTable.v3, now).withRequestID()
      case .some:
        throw notFound(request)
      }
    } catch {
      return rendered(error)
    }
  }

  private mutating func answer(
    _ request: SandboxRequest,
    _ segments: [String],
    _ routes: [Route],
    _ now: Timestamp
  ) -> SandboxResponse {
    do throws(Refusal) {
      let caller = caller(request.header("X-Auth-Token"), now)
      let members = try RequestBody.members(of: request)
      if segments == ["v2.0"] {
        return rendered(VersionDocument.single(options, request.apps))
      }
      let path = Array(segments.dropFirst())
      guard
        let found = RouteTable.find(request.method, path, in: routes, of: request.apps)
      else { throw notFound(request) }
      guard let parameters = request.parameters else { throw .badQuery }
      let call = Call(
        app: found.app,
        target: request.target,
        caller: caller,
        now: now,
        arguments: found.arguments,
        parameters: parameters,
        body: try RequestBody.wrapped(members, for: found.route)
      )
      // In two steps: within one call `self` would be copied first, and the whole store with it.
      let answer = try found.route.respond(&self, call)
      return rendered(answer)
    } catch {
      return rendered(error)
    }
  }

  /// Who the token belongs to: one that is unknown, expired or revoked belongs to nobody.
  private func caller(_ tokenID: String?, _ now: Timestamp) -> Caller {
    guard let tokenID else {
      return Caller(kind: .anonymous, roleNames: [], tokenID: nil)
    }
    if ExactText.same(tokenID, options.adminToken) {
      return Caller(kind: .adminToken, roleNames: [], tokenID: tokenID)
    }
    guard let token = valid(tokenID, now) else {
      return Caller(kind: .anonymous, roleNames: [], tokenID: tokenID)
    }
    return Caller(kind: .user(token), roleNames: roles(of: token).map(\.name), tokenID: tokenID)
  }

  private func notFound(_ request: SandboxRequest) -> Refusal {
    let host = request.header("Host") ?? "127.0.0.1"
    return .notFound("(http://\(host)\(request.target)): The resource could not be found.")
  }

  private func rendered(_ answer: Answer) -> SandboxResponse {
    switch answer {
    case .document(let document): .json(200, "OK", document)
    case .created(let document): .json(201, "Created", document)
    case .choices(let document): .json(300, "Multiple Choices", document)
    case .nothing: .noContent
    }
  }

  private func rendered(_ refusal: Refusal) -> SandboxResponse {
    var response = SandboxResponse.json(refusal.status, refusal.title, refusal.document)
    if refusal.status == 401 {
      response.headers.append(
        SandboxResponse.Header("WWW-Authenticate", "Keystone uri=\"\(options.publicURL)\"")
      )
    }
    return response
  }
}

extension SandboxResponse {
  /// The answer with the id under which Keystone would have logged the request.
  fileprivate func withRequestID() -> SandboxResponse {
    var response = self
    response.headers.append(Header("x-openstack-request-id", RandomID.request()))
    return response
  }
}

extension Refusal {
  fileprivate static let badQuery = Refusal.badRequest("Query string is not UTF-8 encoded")
}
