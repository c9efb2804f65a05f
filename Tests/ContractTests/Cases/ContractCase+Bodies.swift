import KeystoneClient
import Testing

extension ContractCase {
  static let bodies = [
    ContractCase("a body that is no JSON object is 400") { keystone in
      for text in ["{", "[1]", "\"x\"", "5", "\u{feff}{}", "{\"tenant\": \"\u{1}\"}"] {
        let reply = try await keystone.sendRaw(
          .post,
          "/tenants",
          Array(text.utf8),
          headers: [HTTPHeader("Content-Type", "application/json")]
        )
        #expect(reply.status == 400, "\(text)")
      }
      let invalid = try await keystone.sendRaw(
        .post,
        "/tenants",
        [0x7B, 0xFF, 0x7D],
        headers: [HTTPHeader("Content-Type", "application/json")]
      )
      #expect(invalid.status == 400)
    },
    ContractCase("another content type is 400, a charset is fine") { keystone in
      for (type, status) in [
        ("text/plain", 400), ("application/xml", 400), ("application/json", 200),
        ("application/json; charset=utf-8", 200),
      ] {
        let body = "{\"tenant\": {\"name\": \"\(uniqueName())\"}}"
        let reply = try await keystone.sendRaw(
          .post,
          "/tenants",
          Array(body.utf8),
          headers: [HTTPHeader("Content-Type", type)]
        )
        #expect(reply.status == status, "\(type)")
      }
    },
    ContractCase("only the wrapper key may be there, and it must") { keystone in
      let tenant: JSON = ["name": .string(uniqueName())]
      try await keystone.refuses(400, .post, "/tenants", tenant)
      try await keystone.refuses(400, .post, "/tenants", ["tenant": tenant, "other": 1])
      try await keystone.refuses(400, .post, "/tenants", [:])
      try await keystone.refuses(400, .post, "/tenants")
      try await keystone.refuses(400, .post, "/OS-KSADM/services", ["service": ["type": "x"]])
      try await keystone.answers(
        200,
        .post,
        "/tenants",
        ["tenant": tenant, "self": 1, "context": 1, "_x": 1]
      )
    },
    ContractCase("a body is parsed even where none belongs") { keystone in
      try await keystone.refuses(400, .get, "/users", ["other": 1])
      try await keystone.answers(200, .get, "/users", [:])
      let junk = try await keystone.sendRaw(
        .get,
        "/users",
        Array("{".utf8),
        headers: [HTTPHeader("Content-Type", "application/json")]
      )
      #expect(junk.status == 400)
      let member = try await keystone.makeMember()
      try await keystone.refuses(400, .put, member.grantPath, ["role": [:]])
    },
    ContractCase("the last of two equal keys counts") { keystone in
      let name = uniqueName()
      let text = "{\"tenant\": {\"name\": \"first\", \"name\": \"\(name)\"}}"
      let reply = try await keystone.sendRaw(
        .post,
        "/tenants",
        Array(text.utf8),
        headers: [HTTPHeader("Content-Type", "application/json")]
      )
      #expect(reply["tenant"]["name"] == .string(name))
    },
    ContractCase("a body over 112 KiB is 413, in a document of another shape") { keystone in
      let body = [UInt8](repeating: UInt8(ascii: "x"), count: 114_689)
      let json = [
        HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json"),
      ]
      let reply = try await keystone.sendRaw(.post, "/tenants", body, headers: json)
      #expect(reply.status == 413)
      #expect(reply["code"] == "413 Request Entity Too Large")
      let plain = try await keystone.sendRaw(
        .post,
        "/tenants",
        body,
        headers: [
          HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "text/plain"),
        ]
      )
      #expect(plain.status == 413)
      #expect(plain.response.header("Content-Type")?.hasPrefix("text/plain") == true)
      let largest = try await keystone.sendRaw(.post, "/tenants", body.dropLast(), headers: json)
      #expect(largest.status == 400)
    },
    ContractCase("slashes at the end and double ones do not count") { keystone in
      let tenant = try await keystone.makeTenant()
      let id = tenant["id"].text
      for path in ["/tenants/\(id)/", "//v2.0//tenants/\(id)", "/tenants//\(id)"] {
        #expect(try await keystone.answers(200, .get, path)["tenant"] == tenant)
      }
      #expect(try await keystone.answers(200, .get, "/tenants/")["tenants"].elements.count > 0)
    },
    ContractCase("%2F is a slash before routes are looked at") { keystone in
      let reply = try await keystone.refuses(404, .get, "/users/a%2Fb")
      #expect(reply["error"]["message"].text.hasSuffix("The resource could not be found."))
    },
    ContractCase("a query that is not UTF-8 is 400, an unknown parameter nothing") { keystone in
      try await keystone.refuses(400, .get, "/users?name=%ff")
      try await keystone.answers(200, .get, "/users?frob=1")
    },
    ContractCase("what is not ASCII leaves as escapes") { keystone in
      let name = uniqueName("Zürich-東京-🚀")
      let tenant = try await keystone.makeTenant(["name": .string(name), "description": "é"])
      let response = try await keystone.send(.get, "/tenants/\(tenant["id"].text)").response
      #expect(response.body.allSatisfy { $0 < 0x80 })
      #expect(Reply(response)["tenant"]["name"] == .string(name))
    },
  ]
}
