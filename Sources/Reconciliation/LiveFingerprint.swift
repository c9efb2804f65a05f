package import IdentityModel

/// A short text that is the same for the same live state, in whatever order it was read.
///
/// It serves to notice that a cloud has changed between plan and apply, by accident and not by
/// malice, so FNV-1a is enough and no cryptography is pulled in.
package enum LiveFingerprint {
  /// The fingerprint, 16 hexadecimal digits.
  package static func of(_ live: LiveState) -> String {
    var lines = live.roles.map { ["role", $0.id, $0.value.name.text] }
    lines += live.tenants.map { ["tenant", $0.id, $0.value.name.text] + texts($0.value.fields) }
    lines += live.users.map { ["user", $0.id, $0.value.name.text] + texts($0.value.fields) }
    lines += live.assignments.map { ["assignment", $0.user.text, $0.tenant.text, $0.role.text] }
    lines += live.services.map {
      ["service", $0.id, $0.value.type.text, $0.value.name.text, "\($0.value.isShown)"]
        + texts($0.value.fields)
    }
    lines += live.endpoints.map {
      ["endpoint", $0.id, $0.serviceID, $0.region?.text ?? "", "\($0.isShown)"] + texts($0.fields)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for line in lines.map({ $0.joined(separator: "\u{1F}") }).sorted() {
      for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1E) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func texts(_ fields: [FieldSetting]) -> [String] {
    fields.map { setting in
      switch setting.value {
      case .text(let text): "\(setting.field.rawValue)=\(text)"
      case .flag(let flag): "\(setting.field.rawValue)=\(flag)"
      case .template(let template): "\(setting.field.rawValue)=\(template.text)"
      case .secret: "\(setting.field.rawValue)"
      }
    }
  }
}
