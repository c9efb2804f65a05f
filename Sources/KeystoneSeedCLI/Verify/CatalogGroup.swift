import IdentityModel
import Texts

/// A catalog that several users see, each with the ID of the own tenant in its place.
struct CatalogGroup: Sendable {
  /// What all of them see; where they are in several tenants, with a word in place of the ID.
  let catalog: EffectiveCatalog
  /// The logins that show it.
  let viewers: [LoginCheck]

  /// The catalogs of logins, in their order.
  ///
  /// - Parameters:
  ///   - logins: What came of each.
  ///   - placeholder: What stands for the ID where catalogs differ in that alone.
  /// - Returns: One for each catalog.
  static func of(_ logins: [LoginCheck], placeholder: String) -> [CatalogGroup] {
    var order: [EffectiveCatalog] = []
    var viewers: [EffectiveCatalog: [(LoginCheck, CatalogView)]] = [:]
    for login in logins {
      guard let view = login.view else { continue }
      let shape = shape(of: view, placeholder)
      if viewers[shape] == nil { order.append(shape) }
      viewers[shape, default: []].append((login, view))
    }
    return order.map { shape in
      let seen = viewers[shape] ?? []
      let catalogs = Set(seen.map(\.1.catalog))
      let only = catalogs.count == 1 ? catalogs.first : nil
      return CatalogGroup(catalog: only ?? shape, viewers: seen.map(\.0))
    }
  }

  private static func shape(of view: CatalogView, _ placeholder: String) -> EffectiveCatalog {
    let entries = view.catalog.entries.map { entry in
      EffectiveCatalog.Entry(
        type: entry.type,
        name: entry.name,
        region: entry.region,
        urls: entry.urls.mapValues { view.withoutID($0, placeholder) }
      )
    }
    return EffectiveCatalog(entries, by: view.catalog.subject)
  }
}

extension CatalogView {
  /// Shorter than Keystone's, an ID may stand in a URL as something else.
  private static let shortestID = 32

  /// A URL of the catalog with a word in place of the tenant's ID.
  func withoutID(_ url: ExactText, _ placeholder: String) -> ExactText {
    guard tenantID.utf8.count >= Self.shortestID else { return url }
    return ExactText(url.text.replacing(tenantID, with: placeholder))
  }
}
