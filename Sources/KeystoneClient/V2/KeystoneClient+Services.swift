extension KeystoneClient {
  /// Lists all services; neither name nor type is unique.
  public func services() async throws(KeystoneError) -> [ServiceRecord] {
    try await list(Call(.get, "OS-KSADM", "services"), "OS-KSADM:services")
  }

  /// Makes a service, a second one of the same name and type without a word; none can be changed.
  public func createService(_ service: NewService) async throws(KeystoneError) -> ServiceRecord {
    try await send(Call(.post, "OS-KSADM", "services", body: service.json))
      .record("OS-KSADM:service")
  }

  /// Deletes a service and, with it, all its endpoints.
  public func deleteService(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "OS-KSADM", "services", id)).checkIsEmptyOrDocument()
  }
}
