import Convergence
import IdentityModel
import KeystoneClient

/// The users or the groups of the domains that are looked into, domain by domain.
///
/// Each domain can have a back end of its own (`domain_specific_drivers_enabled`), such as LDAP, which may be
/// down, or hold more than it lists at once (OpenLDAP's `sizelimit`), while it answers for each by name.
struct V3DirectoryList<Record: Sendable>: Sendable {
  let kind: NamedKind
  let client: V3Client
  let domains: V3Domains
  /// All of a domain, by its ID.
  let all: @Sendable (String) async throws(KeystoneError) -> [Record]
  /// Those of a name, with the ID of the domain.
  let named: @Sendable (String, String) async throws(KeystoneError) -> [Record]
  let name: @Sendable (Record) -> String

  /// Reads them.
  ///
  /// - Returns: The records of each domain, by its name, nil for the default one's; where gaps are allowed,
  ///   the domains have been told of those that there are.
  /// - Throws: `BackendFailure` where the default domain, or anything else, cannot be read.
  func read() async throws(BackendFailure) -> [(domain: Name?, records: [Record])] {
    var lists: [(domain: Name?, records: [Record])] = []
    for domain in try await domains.known() {
      let directory = Directory(kind, of: domain.name)
      let (records, gap) = try await translated(await read(domain, directory))
      await domains.note(gap, of: directory)
      lists.append((domain.name, records))
    }
    return lists
  }

  private func read(
    _ domain: V3Domains.Known,
    _ directory: Directory
  ) async throws(KeystoneError) -> ([Record], ListGap.Reason?) {
    do throws(KeystoneError) {
      return (try await all(domain.id), nil)
    } catch {
      guard case .refused(let refusal) = error.reason, refusal.status == 500,
        let names = await domains.lookedUp
      else { throw error }
      if refusal.exceedsSizeLimit {
        return (try await lookUp(names(directory), in: domain), .tooMany)
      }
      guard domain.name != nil else { throw error }
      return try await readOnceMore(domain)
    }
  }

  /// LDAP may find one of another name altogether, who has this one as well.
  private func lookUp(
    _ names: Set<Name>,
    in domain: V3Domains.Known
  ) async throws(KeystoneError) -> [Record] {
    var found: [Record] = []
    for wanted in names.sorted() {
      found += try await named(domain.id, wanted.text).filter { record in
        Name(name(record).lowercased()) == Name(wanted.text.lowercased())
      }
    }
    return found
  }

  /// What is no failure of the database's, which would be that of everything, is one of the domain's own.
  private func readOnceMore(
    _ domain: V3Domains.Known
  ) async throws(KeystoneError) -> ([Record], ListGap.Reason?) {
    _ = try await client.domain(id: domain.id)
    do throws(KeystoneError) {
      return (try await all(domain.id), nil)
    } catch {
      guard case .refused(let refusal) = error.reason, refusal.status == 500 else { throw error }
      return ([], .failed(refusal.description))
    }
  }
}
