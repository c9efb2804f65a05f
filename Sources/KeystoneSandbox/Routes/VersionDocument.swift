/// What Keystone says of its versions.
enum VersionDocument {
  /// The answer of Pike to `/`: 300, though each client knows what it wants.
  static func choices(_ options: ServerOptions, _ apps: [SandboxApp]) -> Answer {
    let root = root(options, apps)
    return .choices([
      "versions": [
        "values": [
          .object(version2(root)), .object(version3(root, id: "v3.8", updated: "2017-02-22")),
        ]
      ]
    ])
  }

  /// The answer of Pike to `/v2.0` and to `/v3`.
  static func single(
    _ options: ServerOptions,
    _ apps: [SandboxApp],
    _ version: String
  ) -> Answer {
    let root = root(options, apps)
    let document =
      version == "v3" ? version3(root, id: "v3.8", updated: "2017-02-22") : version2(root)
    return .document(["version": .object(document)])
  }

  /// The answer of a Keystone with v3 alone to `/`: still 300.
  static func choices(_ root: String) -> Answer {
    .choices(["versions": ["values": [.object(current(root))]]])
  }

  /// Its answer to `/v3`.
  static func single(_ root: String) -> Answer {
    .document(["version": .object(current(root))])
  }

  private static func root(_ options: ServerOptions, _ apps: [SandboxApp]) -> String {
    apps.contains(.admin) ? options.adminURL : options.publicURL
  }

  /// Every release from 2020 on says so; it tells none from another.
  private static func current(_ root: String) -> JSONObject {
    version3(root, id: "v3.14", updated: "2020-04-07")
  }

  private static func version3(_ root: String, id: String, updated: String) -> JSONObject {
    [
      "id": .string(id),
      "status": "stable",
      "updated": .string(updated + "T00:00:00Z"),
      "links": [["rel": "self", "href": .string(root + "/v3/")]],
      "media-types": [
        [
          "base": "application/json",
          "type": "application/vnd.openstack.identity-v3+json",
        ]
      ],
    ]
  }

  private static func version2(_ root: String) -> JSONObject {
    [
      "id": "v2.0",
      "status": "deprecated",
      "updated": "2016-08-04T00:00:00Z",
      "links": [
        ["rel": "self", "href": .string(root + "/v2.0/")],
        ["rel": "describedby", "type": "text/html", "href": "https://docs.openstack.org/"],
      ],
      "media-types": [
        [
          "base": "application/json",
          "type": "application/vnd.openstack.identity-v2.0+json",
        ]
      ],
    ]
  }
}
