/// `/OS-EP-FILTER`, but for the groups themselves: what a project's catalog is narrowed to.
enum V3EndpointFilterRoutes {
  static let all: [Route] = ofEndpoints + ofGroups

  private static let ofEndpoints: [Route] = [
    .v3("GET", filters + ["endpoints", .endpoint, "projects"], "list_projects_for_endpoint") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "list_projects_for_endpoint", state)
      let row = try state.endpointRow(call[.endpoint])
      return try projects(state.endpointTies.projects(with: row.id), state, call)
    },
    .v3("GET", ofProject + ["endpoints"], "list_endpoints_for_project") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "list_endpoints_for_project", state)
      let project = try state.project(call[.project])
      let rows = state.endpointRows(ofProject: project.id)
      return try V3EndpointRoutes.list(call, cut: .never).answer(rows, call, state.options)
    },
    .v3("GET", ofProject + ["endpoints", .endpoint], "check_endpoint_in_project") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "check_endpoint_in_project", state)
      _ = try state.endpointRow(call[.endpoint])
      _ = try state.project(call[.project])
      guard state.endpointTies.holds(call[.endpoint], of: call[.project]) else {
        throw .endpointNotInProject(call[.endpoint], call[.project])
      }
      return .nothing
    },
    .v3("PUT", ofProject + ["endpoints", .endpoint], "add_endpoint_to_project") {
      state,
      call throws(Refusal) in
      try call.require(.admin, "add_endpoint_to_project", state)
      try state.addEndpoint(call[.endpoint], toProject: call[.project])
      return .nothing
    },
    .v3("DELETE", ofProject + ["endpoints", .endpoint], "remove_endpoint_from_project") {
      state,
      call throws(Refusal) in
      try call.require(.admin, "remove_endpoint_from_project", state)
      guard state.endpointTies.remove(call[.endpoint], from: call[.project]) else {
        throw .endpointNotInProject(call[.endpoint], call[.project])
      }
      return .nothing
    },
  ]

  private static let ofGroups: [Route] = [
    .v3("GET", ofProject + ["endpoint_groups"], "list_endpoint_groups_for_project") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "list_endpoint_groups_for_project", state)
      let project = try state.project(call[.project])
      let groups = state.endpointGroupTies.others(of: project.id).compactMap {
        state.endpointGroups[$0]
      }
      return try V3EndpointGroupRoutes.list(call).answer(groups, call, state.options)
    },
    // Of a group that is not there no project is said.
    .v3("GET", ofGroup + ["projects"], "list_projects_associated_with_endpoint_group") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "list_projects_associated_with_endpoint_group", state)
      let ids = state.endpointGroupTies.projects(with: call[.endpointGroup])
      return try projects(ids, state, call)
    },
    .v3("GET", ofGroup + ["endpoints"], "list_endpoints_associated_with_endpoint_group") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "list_endpoints_associated_with_endpoint_group", state)
      let group = try state.endpointGroup(call[.endpointGroup])
      let rows = state.endpoints.all.filter(group.holds)
      return try V3EndpointRoutes.list(call, cut: .never).answer(rows, call, state.options)
    },
    .v3("GET", ofGroup + ["projects", .project], "get_endpoint_group_in_project") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "get_endpoint_group_in_project", state)
      _ = try state.project(call[.project])
      _ = try state.endpointGroup(call[.endpointGroup])
      let (group, project) = (call[.endpointGroup], call[.project])
      guard state.endpointGroupTies.holds(group, of: project) else {
        throw .endpointGroupNotInProject
      }
      // The one link that is no address.
      let path = "/OS-EP-FILTER/endpoint_groups/\(group)/projects/\(project)"
      return .document([
        "project_endpoint_group": [
          "endpoint_group_id": .string(group), "project_id": .string(project),
          "links": ["self": .string(path)],
        ]
      ])
    },
    .v3("PUT", ofGroup + ["projects", .project], "add_endpoint_group_to_project") {
      state,
      call throws(Refusal) in
      try call.require(.admin, "add_endpoint_group_to_project", state)
      try state.addEndpointGroup(call[.endpointGroup], toProject: call[.project])
      return .nothing
    },
    .v3("DELETE", ofGroup + ["projects", .project], "remove_endpoint_group_from_project") {
      state,
      call throws(Refusal) in
      try call.require(.admin, "remove_endpoint_group_from_project", state)
      _ = try state.project(call[.project])
      _ = try state.endpointGroup(call[.endpointGroup])
      guard state.endpointGroupTies.remove(call[.endpointGroup], from: call[.project]) else {
        throw .endpointGroupNotInProject
      }
      return .nothing
    },
  ]

  private static let filters: [Route.Segment] = ["OS-EP-FILTER"]
  private static let ofProject = filters + ["projects", .project]
  private static let ofGroup = filters + ["endpoint_groups", .endpointGroup]

  private static func projects(
    _ ids: [String],
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try V3ProjectRoutes.list(state, call, cut: .never)
      .answer(state.projects(ids), call, state.options)
  }
}
