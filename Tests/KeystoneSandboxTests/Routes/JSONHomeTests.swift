import Testing

@testable import KeystoneSandbox

@Suite struct JSONHomeTests {
  private static let base = "https://docs.openstack.org/api/openstack-identity/3/"

  @Test(arguments: [
    ("application/json-home", true),
    ("application/json;q=0.2, application/json-home;q=0.9", true),
    ("application/json-home, application/json", false),
    ("application/json-home;q=0.9, application/json", false),
    ("application/json-home; q=0.5, */*", false),
    ("application/json-home;q=0", false),
    ("*/*", false),
    ("", false),
  ])
  func whoeverLikesItBetterThanJSONGetsIt(accept: String, isPreferred: Bool) {
    #expect(JSONHome.isPreferred(accept: accept) == isPreferred)
  }

  @Test func namesEachRouteAndWhatStandsInItsPath() throws {
    var state = SandboxState.make(.current)
    let headers = [(name: "Accept", value: JSONHome.mediaType)]
    for (path, prefix) in [("/v3", ""), ("/", "/v3")] {
      let response = state.answer(.make("GET", path, headers: headers))
      #expect(response.status == 200)
      #expect(response.header("Content-Type") == "application/json-home")
      let resources = try #require(response.document["resources"]?.object)
      #expect(resources[Self.base + "rel/users"] == ["href": .string(prefix + "/users")])
      #expect(
        resources[Self.base + "rel/implied_role"] == [
          "href-template": .string(prefix + "/roles/{prior_role_id}/implies/{implied_role_id}"),
          "href-vars": [
            "prior_role_id": .string(Self.base + "param/role_id"),
            "implied_role_id": .string(Self.base + "param/role_id"),
          ],
        ]
      )
      let group = Self.base + "ext/OS-EP-FILTER/1.0/param/endpoint_group_id"
      #expect(
        resources[Self.base + "ext/OS-EP-FILTER/1.0/rel/endpoint_group"] == [
          "href-template": .string(prefix + "/OS-EP-FILTER/endpoint_groups/{endpoint_group_id}"),
          "href-vars": ["endpoint_group_id": .string(group)],
        ]
      )
      #expect(
        resources[Self.base + "rel/limit_model"] == [
          "href": .string(prefix + "/limits/model"), "hints": ["status": "experimental"],
        ]
      )
    }
  }

  @Test func namesWhatTheReleaseServes() {
    func names(_ release: SandboxRelease) -> Set<String> {
      let document = JSONHome.document(release, prefix: "")
      return Set(document["resources"]?.object?.keys ?? [])
    }
    let current = names(.current)
    #expect(current.count == 72)
    #expect(current.subtracting(names(.zed)) == [Self.base + "rel/user_tokens"])
  }
}
