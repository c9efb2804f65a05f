/// `/projects/{id}/tags`, of which Pike has none.
enum V3TagRoutes {
  static let all: [Route] = [
    .v3("GET", path, "list_project_tags") { state, call throws(Refusal) in
      try requireReader("list_project_tags", state, call)
      return answer(try state.project(call[.project]).tags, call)
    },
    .v3("PUT", path, "update_project_tags", body: .required("tags")) {
      state,
      call throws(Refusal) in
      try V3Schema(name: "tags", fields: [("tags", .tags)], required: ["tags"])
        .checkMembers(["tags": call.body], state.release)
      try requireAdmin("update_project_tags", state, call)
      let tags = call.body.strings
      try state.setTags(tags, of: call[.project])
      return answer(tags, call)
    },
    .v3("DELETE", path, "delete_project_tags") { state, call throws(Refusal) in
      try requireAdmin("delete_project_tags", state, call)
      try state.setTags([], of: call[.project])
      return .nothing
    },
    .v3("GET", path + [.tag], "get_project_tag") { state, call throws(Refusal) in
      try requireReader("get_project_tag", state, call)
      _ = try place(state, call)
      return .nothing
    },
    .v3("PUT", path + [.tag], "create_project_tag") { state, call throws(Refusal) in
      try requireAdmin("create_project_tag", state, call)
      let tags = try state.project(call[.project]).tags + [call[.tag]]
      try V3Schema(name: "tags", fields: [("tags", .tags)])
        .checkMembers(["tags": .array(tags.map(JSONValue.string))], .zed)
      try state.setTags(tags, of: call[.project])
      return .made
    },
    .v3("DELETE", path + [.tag], "delete_project_tag") { state, call throws(Refusal) in
      try requireAdmin("delete_project_tag", state, call)
      var tags = try state.project(call[.project]).tags
      tags.remove(at: try place(state, call))
      try state.setTags(tags, of: call[.project])
      return .nothing
    },
  ]

  private static let path: [Route.Segment] = ["projects", .project, "tags"]

  private static func requireReader(
    _ action: String,
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) {
    try call.require(.domainReader(state.tenants[call[.project]]?.domainID), action, state)
  }

  private static func requireAdmin(
    _ action: String,
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) {
    try call.require(.domainAdmin(state.tenants[call[.project]]?.domainID), action, state)
  }

  private static func place(_ state: SandboxState, _ call: Call) throws(Refusal) -> Int {
    let tags = try state.project(call[.project]).tags
    guard let place = tags.firstIndex(where: { ExactText.same($0, call[.tag]) }) else {
      throw .unknown("project tag", call[.tag])
    }
    return place
  }

  private static func answer(_ tags: [String], _ call: Call) -> Answer {
    .document([
      "links": ["self": .string(call.root + "/v3")],
      "tags": .array(tags.map(JSONValue.string)),
    ])
  }
}

extension V3Schema {
  /// The same for a body whose members have no wrapper.
  func checkMembers(_ members: JSONObject, _ release: SandboxRelease) throws(Refusal) {
    _ = try check(.object(members), release)
  }
}

extension JSONValue {
  /// The texts of a list.
  fileprivate var strings: [String] {
    if case .array(let elements) = self { elements.compactMap(\.string) } else { [] }
  }
}
