import IdentityModel
import Texts

/// What the catalogs of several users lack or show otherwise alike, each with the ID of the own tenant
/// in its place.
struct GapGroup: Sendable {
  /// What all of them differ from the seed in.
  let gaps: [CatalogGap]
  /// The logins that show it, by their places among all.
  let indices: [Int]

  /// Whether it is too much to be said beside each login.
  var isSaidOnce: Bool { indices.count > 1 || VerifyWording.lines(of: gaps).count > 1 }

  /// What the catalogs differ from the seed in, by the first login that shows it.
  ///
  /// - Parameters:
  ///   - logins: What came of each.
  ///   - placeholder: What stands for the tenant's ID where catalogs differ in that alone.
  /// - Returns: One for each sort of difference; none for catalogs that are as the seed says.
  static func of(_ logins: [LoginCheck], placeholder: String) -> [GapGroup] {
    var order: [[CatalogGap]] = []
    var indices: [[CatalogGap]: [Int]] = [:]
    for (index, login) in logins.enumerated() {
      guard case .accepted(_, let gaps) = login.outcome, !gaps.isEmpty else { continue }
      let shape = login.view.map { view in gaps.map { $0.shape(for: view, placeholder) } } ?? gaps
      if indices[shape] == nil { order.append(shape) }
      indices[shape, default: []].append(index)
    }
    return order.map { shape in
      let indices = indices[shape] ?? []
      guard indices.count == 1, let index = indices.first,
        case .accepted(_, let gaps) = logins[index].outcome
      else { return GapGroup(gaps: shape, indices: indices) }
      return GapGroup(gaps: gaps, indices: indices)
    }
  }
}

extension CatalogGap {
  fileprivate func shape(for view: CatalogView, _ placeholder: String) -> CatalogGap {
    var gap = self
    gap.others = others.map { other in
      OtherURL(
        interface: other.interface,
        seen: view.withoutID(other.seen, placeholder),
        declared: view.withoutID(other.declared, placeholder)
      )
    }
    return gap
  }
}
