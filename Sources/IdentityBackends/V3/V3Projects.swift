import Convergence
import IdentityModel
import KeystoneClient

/// The IDs of projects by name, for those that are made below others.
actor V3Projects {
  private let client: V3Client
  /// What was listed; put into ``ids`` once somebody asks, which most runs don't.
  private var listed: [Live<Tenant>] = []
  private var ids: [QualifiedName: String] = [:]

  /// Makes one that knows of no project.
  init(client: V3Client) {
    self.client = client
  }

  /// Takes in the projects that are there.
  func note(_ rows: [Live<Tenant>]) {
    listed = rows
    ids = [:]
  }

  /// Takes in that a project was made, or got that name.
  func note(_ name: QualifiedName, id: String) {
    takeListed()
    ids[name] = id
  }

  /// The ID of a project.
  ///
  /// - Parameters:
  ///   - name: Its name, to which a database may have another spelling.
  ///   - domainID: The domain in which it lives.
  /// - Returns: The ID.
  /// - Throws: `BackendFailure` where it is not there.
  func id(
    of name: QualifiedName,
    inDomain domainID: String
  ) async throws(BackendFailure) -> String {
    takeListed()
    if let id = ids[name] { return id }
    let found = try await translated(
      await client.projects(ofDomain: domainID, named: name.text)
    )
    guard let project = found.first, found.count == 1 else {
      throw BackendFailure(.notFound, cause: MissingProject(name: name))
    }
    ids[name] = project.id
    return project.id
  }

  private func takeListed() {
    for row in listed { ids[row.value.name] = row.id }
    listed = []
  }
}

/// A name that no project has.
private struct MissingProject: BackendError {
  let name: QualifiedName

  var words: String { "no project is called \(name)" }
  var description: String { words }
}
