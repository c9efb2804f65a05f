import KeystoneClient

extension IdentityConnection {
  /// How users get in over it.
  var access: any IdentityAccess {
    switch self {
    case .v2(let connection): V2IdentityAccess(connection)
    case .v3(let connection): V3IdentityAccess(connection)
    }
  }

  /// What connects to the URLs of catalogs as the connection itself does.
  func endpointProbe(parallelism: Int) throws(TransportError) -> EndpointProbe {
    let (configuration, line) =
      switch self {
      case .v2(let connection): (connection.configuration, connection.line)
      case .v3(let connection): (connection.configuration, connection.line)
      }
    var probe = try EndpointProbe(like: configuration, parallelism: parallelism)
    probe.transport = WatchedTransport(transport: probe.transport, line: line)
    return probe
  }
}
