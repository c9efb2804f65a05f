package import IdentityModel
import Texts

/// A short text that is the same for the same live state, in whatever order it was read.
///
/// It serves to notice that a cloud has changed between plan and apply, by accident and not by
/// malice, so FNV-1a is enough and no cryptography is pulled in. Each row has a hash of its own, and
/// the sum of those knows no order, so that nothing has to be sorted or kept. Whether the backend
/// can manage a row is the backend's property and no part of it.
package enum LiveFingerprint {
  /// The fingerprint, 16 hexadecimal digits.
  package static func of(_ live: LiveState) -> String {
    var sum = RowHash.start
    var objects = NamedHashes(live: live)
    for kind in NamedKind.allCases { kind.accept(&objects) }
    sum &+= objects.sum
    for implication in live.implications {
      let hash = RowHash().adding("implication").adding(implication.role)
      sum &+= hash.adding(implication.implied).finished
    }
    for membership in live.memberships {
      let hash = RowHash().adding("membership").adding(membership.group)
      sum &+= hash.adding(membership.user).finished
    }
    for assignment in live.assignments {
      sum &+= RowHash().adding(assignment).adding(assignment.role).finished
    }
    for assignment in live.assignmentsOfGone {
      let hash = RowHash().adding("of somebody who is gone").adding(assignment)
      sum &+= hash.adding(assignment.role).finished
    }
    for service in live.services {
      let hash = row("service", service.id, service.value.type.text)
        .adding(service.value.name.text).adding("\(service.value.isShown)")
      sum &+= hash.adding(service.value.fields).finished
    }
    for endpoint in live.endpoints {
      var hash = row("endpoint", endpoint.id, endpoint.serviceID).adding("\(endpoint.isShown)")
      hash =
        endpoint.region.map { hash.adding("region").adding($0.text) }
        ?? hash.adding("no region")
      sum &+= hash.adding(endpoint.fields).finished
    }
    for limit in live.limits {
      var hash = row("limit", limit.id, limit.serviceID).adding(limit.resource.text)
      hash =
        limit.region.map { hash.adding("region").adding($0.text) } ?? hash.adding("no region")
      switch limit.holderID {
      case .tenant(let id): hash = hash.adding("tenant").adding(id)
      case .domain(let id): hash = hash.adding("domain").adding(id)
      case nil: break
      }
      sum &+= hash.adding(limit.fields).finished
    }
    for (new, old) in live.renamed {
      sum &+= row("renamed", new.kind.rawValue, new.description).adding(old.description).finished
    }
    return Hex.digits(sum, count: 16)
  }

  fileprivate static func row(_ kind: String, _ first: String, _ second: String) -> RowHash {
    RowHash().adding(kind).adding(first).adding(second)
  }
}

/// The sum of the hashes of all objects whose key is a name.
private struct NamedHashes: NamedKindVisitor {
  let live: LiveState
  var sum: UInt64 = 0

  mutating func visit<Value: NamedResource>(_ type: Value.Type) {
    for object in live[keyPath: Value.live] {
      let hash = RowHash().adding(Value.kind.rawValue).adding(object.id).adding(object.value.key)
      sum &+= hash.adding(object.value.fields).finished
    }
  }
}

/// The hash of one row: its texts one after the other, each after its length, so that no two rows
/// run together.
private struct RowHash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  private var state = Self.start

  consuming func adding(_ text: String) -> RowHash {
    add(UInt64(text.utf8.count))
    for byte in text.utf8 { add(UInt64(byte)) }
    return self
  }

  /// A name of no domain is its text.
  consuming func adding(_ name: QualifiedName) -> RowHash {
    let hash = adding(name.text)
    return name.domain.map { hash.adding("of domain").adding($0.text) } ?? hash
  }

  /// Who has a role, and on what.
  consuming func adding(_ assignment: RoleAssignment) -> RowHash {
    var hash = adding("assignment")
    switch assignment.holder {
    case .user(let name): hash = hash.adding(name)
    case .group(let name): hash = hash.adding("group").adding(name)
    }
    return switch assignment.scope {
    case .tenant(let name): hash.adding(name)
    case .domain(let name): hash.adding("on domain").adding(name.text)
    case .system: hash.adding("on the system")
    case .tenantsBelow(let name): hash.adding("below").adding(name)
    case .tenantsOfDomain(let name): hash.adding("in all of domain").adding(name.text)
    }
  }

  consuming func adding(_ fields: [FieldSetting]) -> RowHash {
    var hash = self
    for setting in fields {
      hash = hash.adding(setting.field.rawValue)
      switch setting.value {
      case .text(let text): hash = hash.adding(text)
      case .flag(let flag): hash = hash.adding("\(flag)")
      case .number(let number): hash = hash.adding("\(number)")
      case .texts(let texts): for text in texts.sorted() { hash = hash.adding(text.text) }
      case .name(let name): hash = hash.adding(name)
      case .template(let template): hash = hash.adding(template.text)
      case .secret, .absent: break
      }
    }
    return hash
  }

  /// The hash spread over all bits (the finalizer of MurmurHash3): FNV-1a leaves those of the last
  /// bytes close together, where sums could meet.
  var finished: UInt64 {
    var bits = state
    bits = (bits ^ (bits >> 33)) &* 0xff51_afd7_ed55_8ccd
    bits = (bits ^ (bits >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return bits ^ (bits >> 33)
  }

  private mutating func add(_ value: UInt64) {
    state = (state ^ value) &* 0x100_0000_01b3
  }
}
