import IdentityModel
import Reconciliation

extension Consequence {
  /// What it says, in one line.
  var line: String {
    func shown(_ object: NameOrID) -> String {
      switch object {
      case .name(let name): name.description
      case .id(let id): "#\(id)"
      }
    }
    let place =
      switch role.scope {
      case .tenant(let tenant): "in \(shown(tenant))"
      case .domain(let domain): "on \(shown(domain))"
      case .system: "on the system"
      }
    return "\(shown(role.user)) \(effect.rawValue) \(role.role) \(place)"
  }
}
