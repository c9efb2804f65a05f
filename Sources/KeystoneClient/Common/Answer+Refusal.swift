import Texts

extension Answer {
  /// What an answer of 400 or more says.
  func refusal() -> Refusal {
    if let methods = methodsOfReceipt {
      return Refusal(status: status, title: "Unauthorized", requiredMethods: methods)
    }
    let said = saying()
    let redactor = redactor
    return Refusal(
      status: status,
      speaker: said.speaker,
      title: redactor.firstLine(of: said.title),
      message: redactor.firstLine(of: said.message),
      retryAfter: response.header("Retry-After").map {
        PrintableText.message(redactor.redact($0), limit: 40)
      },
      wantsTLS: status == 400 && said.speaker != .keystone && saysThatItWantsTLS
    )
  }

  /// Whether it is what nginx, Apache or a server in Go says to a request without TLS.
  private var saysThatItWantsTLS: Bool {
    let text = String(decoding: response.body.prefix(4000), as: UTF8.self).lowercased()
    return [
      "http request was sent to https port", "speaking plain http to an ssl-enabled",
      "http request to an https server",
    ].contains { text.contains($0) }
  }

  private func saying() -> (speaker: Refusal.Speaker, title: String, message: String) {
    if let (speaker, error) = jsonError, case .string(let message)? = error["message"] {
      guard case .string(let title)? = error["title"] else { return (speaker, "", message) }
      return (speaker, title, message)
    }
    switch markup {
    case .html: return (.html, "", "")
    case .xml: return (.xml, "", "")
    case nil: break
    }
    if response.body.isEmpty { return (.nobody, "", "") }
    if isOfTokens { return (.other, "", Redactor.mark) }
    return (.other, "", String(decoding: response.body, as: UTF8.self))
  }

  /// What a login lacks that was right as far as it went; nil for any other answer.
  ///
  /// The 401 has a receipt in the place of an error, and no other text
  /// (`keystone.exception.InsufficientAuthMethods`, `keystone.server.flask.application`).
  private var methodsOfReceipt: [[String]]? {
    guard status == 401, response.header("Openstack-Auth-Receipt") != nil,
      let members = jsonMembers, case .array(let sets)? = members["required_auth_methods"]
    else { return nil }
    let redactor = redactor
    return sets.map { set in
      guard case .array(let methods) = set else { return [] }
      return methods.compactMap { method in
        guard case .string(let name) = method else { return nil }
        return PrintableText.message(redactor.redact(name), limit: 40)
      }
    }
  }

  private var jsonMembers: JSONObject? {
    do throws(JSONFault) {
      let root = try JSONParser.parse(response.body)
      return root.kind == .object ? root.members : nil
    } catch {
      return nil
    }
  }

  /// The object with the message, nil for a body that is not JSON.
  ///
  /// Keystone's is `{"error": {…}}` in every release (`keystone.common.wsgi.render_exception`); the
  /// published reference has others, such as `{"identityFault": {…}}`, of the same form. What is
  /// not wrapped comes from a layer around Keystone, such as WebOb's 413.
  private var jsonError: (speaker: Refusal.Speaker, error: JSONObject)? {
    guard let members = jsonMembers else { return nil }
    guard members.count == 1, case .object(let error)? = members.first?.value else {
      return (.other, members)
    }
    return (.keystone, error)
  }
}
