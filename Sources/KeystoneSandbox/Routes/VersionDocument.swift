/// What Keystone says of its versions; the sandbox names only the one that it serves.
enum VersionDocument {
  /// The answer to `/`: 300, though there is no choice.
  static func choices(_ options: ServerOptions, _ apps: [SandboxApp]) -> Answer {
    .choices(["versions": ["values": [.object(version(options, apps))]]])
  }

  /// The answer to `/v2.0`.
  static func single(_ options: ServerOptions, _ apps: [SandboxApp]) -> Answer {
    .document(["version": .object(version(options, apps))])
  }

  private static func version(_ options: ServerOptions, _ apps: [SandboxApp]) -> JSONObject {
    let root = apps.contains(.admin) ? options.adminURL : options.publicURL
    return [
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
