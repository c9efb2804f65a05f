extension V3Client {
  /// Sends a call with a token, and says of a 404 whether it is about the token.
  ///
  /// Keystone answers 404 on every route, rather than 401, to a token whose user, project or domain is
  /// gone or disabled (`keystone.token.provider`): "Could not find project" may mean one's own. Such a
  /// request was not carried out, and its 404 says nothing about the object that it asked for.
  func send(_ call: Call, token: Secret) async throws(KeystoneError) -> Answer {
    do throws(KeystoneError) {
      return try await channel.send(call, token: token)
    } catch {
      guard error.isNotFound, !(await isAboutObject(error, of: call)) else { throw error }
      guard try await isAlive(token) else { throw error.ofDeadToken }
      throw error
    }
  }

  /// Whether the message itself tells that it is about something else than the token, by an ID out of
  /// the path that is none of those of the token.
  private func isAboutObject(_ error: KeystoneError, of call: Call) async -> Bool {
    guard case .session(let session) = access.source, let own = await session.known?.ownIDs,
      let message = error.refusal?.message
    else { return false }
    return call.path.contains { segment in
      Self.isTelling(segment) && !own.contains(segment) && message.contains(segment)
    }
  }

  /// Whether a segment is no word that a message may hold by chance.
  private static func isTelling(_ segment: String) -> Bool {
    segment.utf8.count >= 8 && segment.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// Whether a token holds: any that does may list regions, and `admin_token` too.
  func isAlive(_ token: Secret) async throws(KeystoneError) -> Bool {
    do throws(KeystoneError) {
      _ = try await channel.send(Call(.get, "regions"), token: token)
      return true
    } catch {
      if error.isForbidden { return true }
      guard error.isNotFound || error.isUnauthorized else { throw error }
      return false
    }
  }
}
