/// `/extensions`: what an app serves beyond the core of v2.0; nobody needs a token to ask.
enum ExtensionRoutes {
  static let all = [
    Route("GET", ["extensions"], on: [.admin, .public], action: "get_extensions_info") {
      _,
      call throws(Refusal) in
      .document(["extensions": ["values": .array(extensions(of: call.app).map(JSONValue.object))]])
    },
    Route("GET", ["extensions", .alias], on: [.admin, .public], action: "get_extension_info") {
      _,
      call throws(Refusal) in
      for known in extensions(of: call.app) where known["alias"] == .string(call[.alias]) {
        return .document(["extension": .object(known)])
      }
      throw .notFound("Could not find: \(call[.alias]).")
    },
  ]

  private static func extensions(of app: SandboxApp) -> [JSONObject] {
    own(of: app) + [
      named(
        "OpenStack EC2 API",
        alias: "OS-EC2",
        updated: "2013-07-07T12:00:0-00:00",
        "OpenStack EC2 Credentials backend."
      )
    ]
  }

  private static func own(of app: SandboxApp) -> [JSONObject] {
    switch app {
    case .admin:
      [
        named(
          "OpenStack Keystone Admin",
          alias: "OS-KSADM",
          updated: "2013-07-11T17:14:00-00:00",
          "OpenStack extensions to Keystone v2.0 API enabling Administrative Operations."
        )
      ]
    case .public:
      [
        named(
          "OpenStack Keystone User CRUD",
          alias: "OS-KSCRUD",
          updated: "2013-07-07T12:00:0-00:00",
          "OpenStack extensions to Keystone v2.0 API enabling User Operations."
        )
      ]
    }
  }

  private static func named(
    _ name: String,
    alias: String,
    updated: String,
    _ description: String
  ) -> JSONObject {
    [
      "name": .string(name),
      "namespace": .string("https://docs.openstack.org/identity/api/ext/\(alias)/v1.0"),
      "alias": .string(alias),
      "updated": .string(updated),
      "description": .string(description),
      "links": [
        [
          "rel": "describedby",
          "type": "text/html",
          "href": "https://developer.openstack.org/api-ref-identity-v2-ext.html",
        ]
      ],
    ]
  }
}
