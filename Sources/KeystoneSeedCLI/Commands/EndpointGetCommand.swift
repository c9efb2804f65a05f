import ArgumentParser
import KeystoneClient

/// `keystone-seed endpoint-get`: a URL of the catalog, as in 2014.
struct EndpointGetCommand: GetCommand {
  static let configuration = CommandConfiguration(
    commandName: "endpoint-get",
    abstract: "Show a URL of one's catalog as the 2014 command did (v2.0 alone).",
    discussion: """
      It is the one of the catalog, filled in for the tenant, of the first endpoint of the type, in the \
      region of --os-region-name or OS_REGION_NAME if there is one. Over v3 it is openstack catalog \
      show TYPE.
      """
  )
  static let purpose = Connector.Purpose.login
  static let successor = "catalog show TYPE"

  @Option(help: ArgumentHelp("The type of the service.", valueName: "type"))
  var service: String

  @Option(help: ArgumentHelp("publicURL, internalURL or adminURL.", valueName: "type"))
  var endpointType = "publicURL"

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func properties(from reader: ListReader, region: String?) async throws -> JSONObject {
    guard let caller = try await reader.caller() else { throw ListError.noCatalog }
    let catalog = Catalog(caller.catalog, service: service, region: region)
    // The first that has such a URL (`ServiceCatalog.url_for` in keystoneclient).
    let endpoints = catalog.services.flatMap(\.endpoints)
    guard let url = endpoints.lazy.compactMap({ $0.attributes[endpointType] }).first else {
      throw ListError.noEndpoint(interface: endpointType, service: service, region: region)
    }
    return JSONObject([(key: "\(service).\(endpointType)", value: url)])
  }
}
