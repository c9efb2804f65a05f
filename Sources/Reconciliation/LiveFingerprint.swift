package import IdentityModel

/// A short text that is the same for the same live state, in whatever order it was read.
///
/// It serves to notice that a cloud has changed between plan and apply, by accident and not by
/// malice, so FNV-1a is enough and no cryptography is pulled in. Whether the backend can manage a
/// row is the backend's property and no part of it.
package enum LiveFingerprint {
  /// The fingerprint, 16 hexadecimal digits.
  package static func of(_ live: LiveState) -> String {
    var rows = live.roles.map { ["role", $0.id, $0.value.name.text] }
    rows += live.tenants.map { ["tenant", $0.id, $0.value.name.text] + texts($0.value.fields) }
    rows += live.users.map { ["user", $0.id, $0.value.name.text] + texts($0.value.fields) }
    rows += live.assignments.map { ["assignment", $0.user.text, $0.tenant.text, $0.role.text] }
    rows += live.services.map {
      ["service", $0.id, $0.value.type.text, $0.value.name.text, "\($0.value.isShown)"]
        + texts($0.value.fields)
    }
    rows += live.endpoints.map {
      let region = $0.region.map { ["region", $0.text] } ?? ["no region"]
      return ["endpoint", $0.id, $0.serviceID, "\($0.isShown)"] + region + texts($0.fields)
    }
    return hexadecimal(hash(of: rows.map(bytes).sorted { $0.lexicographicallyPrecedes($1) }))
  }

  private static func texts(_ fields: [FieldSetting]) -> [String] {
    fields.flatMap { setting in
      switch setting.value {
      case .text(let text): [setting.field.rawValue, text]
      case .flag(let flag): [setting.field.rawValue, "\(flag)"]
      case .template(let template): [setting.field.rawValue, template.text]
      case .secret: [setting.field.rawValue]
      }
    }
  }

  /// The texts one after the other, each after its length, so that no two rows run together.
  ///
  /// Bytes, not `String`s, are sorted: canonically equivalent texts have no order among themselves.
  private static func bytes(_ texts: [String]) -> [UInt8] {
    texts.flatMap { "\($0.utf8.count):".utf8 + Array($0.utf8) } + [UInt8(ascii: "\n")]
  }

  private static func hash(of rows: [[UInt8]]) -> UInt64 {
    rows.joined().reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
