/// `/services`: v2.0 can neither change a service nor switch it off.
enum V3ServiceRoutes {
  static let all: [Route] = [
    .v3("GET", ["services"], "list_services") { state, call throws(Refusal) in
      try call.require(.reader, "list_services", state)
      let filters: [V3Filter<Service>] = [
        V3Filter(name: "name", refusesEmpty: false, value: { $0.name }),
        V3Filter(name: "type", refusesEmpty: false, value: { $0.type }),
      ]
      let found = try V3Filter.apply(filters, to: state.services.all, call, state.options)
      let list = V3List<Service>(name: "services", cut: .firstPageForEver, id: \.id) {
        document($0, call)
      }
      return try list.answer(found, call, state.options)
    },
    .v3("GET", ["services", .service], "get_service") { state, call throws(Refusal) in
      try call.require(.reader, "get_service", state)
      return .document(["service": .object(document(try state.service(call[.service]), call))])
    },
    .v3("POST", ["services"], "create_service", body: .required("service")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(creation, .admin, "create_service", state)
      let service = Service(
        id: RandomID.hex(),
        name: sent["name"]?.string ?? "",
        type: sent["type"]?.string ?? "",
        enabled: sent["enabled"] != false,
        extra: sent.without(Service.keys)
      )
      guard state.options.nameCollation.canStore(service.name),
        state.options.nameCollation.canHold(sent["description"])
      else { throw .unstorable(state.release) }
      state.services.store(service)
      return .created(["service": .object(document(service, call))])
    },
    .v3("PATCH", ["services", .service], "update_service", body: .required("service")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(change, .admin, "update_service", state)
      if let id = sent["id"], id != .string(call[.service]) { throw .otherID }
      let service = try state.updateService(call[.service], sent)
      return .document(["service": .object(document(service, call))])
    },
    .v3("DELETE", ["services", .service], "delete_service") { state, call throws(Refusal) in
      try call.require(.admin, "delete_service", state)
      try state.deleteService(call[.service])
      return .nothing
    },
  ]

  private static let fields: [(name: String, kind: V3Schema.Kind)] = [
    ("name", .text(1...255)), ("type", .text(1...255)), ("enabled", .boolean()),
  ]
  private static let creation = V3Schema(name: "service", fields: fields, required: ["type"])
  private static let change = V3Schema(name: "service", fields: fields, refusesEmpty: true)

  private static func document(_ service: Service, _ call: Call) -> JSONObject {
    var document: JSONObject = ["name": .string(service.name)]
    document.merge(service.extra)
    document["id"] = .string(service.id)
    document["type"] = .string(service.type)
    document["enabled"] = .bool(service.enabled)
    document["links"] = ["self": call.link("services/\(service.id)")]
    return document
  }
}
