internal import IdentityModel

/// The comments of a dump: where it comes from, what it needs, what it could not say.
struct DumpComments {
  private let adoption: Adoption
  private let passwordVariables: [QualifiedName: String]
  private let memberRole: QualifiedName?
  private let others: [UnsayableObject]

  /// Makes the comments.
  ///
  /// - Parameters:
  ///   - adoption: What the seed says, and what it does not.
  ///   - passwordVariables: The environment variable that each user's password is in.
  ///   - memberRole: The role that comes with a default tenant; nil where none does.
  ///   - others: What else the cloud holds, for which a seed has no word.
  init(
    _ adoption: Adoption,
    passwordVariables: [QualifiedName: String],
    memberRole: QualifiedName?,
    others: [UnsayableObject]
  ) {
    self.adoption = adoption
    self.passwordVariables = passwordVariables
    self.memberRole = memberRole
    self.others = others
  }

  /// What stands above the first section.
  func header(address: String) -> String {
    var lines = ["What the Keystone at \(Self.line(address)) holds, found by keystone-seed dump."]
    if !passwordVariables.isEmpty {
      lines += [
        "",
        "Passwords cannot be read back. Each of these variables is to hold the one that its user",
        "has; apply would change it to anything else. --no-verify-passwords leaves passwords alone.",
        "",
      ]
      let width = passwordVariables.values.map(\.utf8.count).max() ?? 0
      lines += passwordVariables.sorted { $0.key < $1.key }.map { user, variable in
        let padding = String(repeating: " ", count: width - variable.utf8.count)
        return "  \(variable)\(padding)   \(YAMLScalar.source(of: user.text, as: .enclosed))"
      }
    }
    if memberRole != nil, adoption.desired.users.contains(where: { $0.tenant != nil }) {
      lines += [
        "",
        "The role _member_ in a user's default tenant goes without saying: Keystone grants it.",
      ]
    }
    return Self.comment(lines)
  }

  /// What stands below the last section, a block for each weight.
  var remarks: [String] {
    let headlines: [(AdoptionRemark.Weight, String)] = [
      (.leftOut, "Left out, since a seed cannot say it; plan and apply leave it alone:"),
      (.declared, "Worth knowing of what is declared above:"),
    ]
    let remarks = headlines.compactMap { weight, headline -> String? in
      let lines =
        adoption.remarks.filter { $0.weight == weight }.flatMap { Self.lines(of: $0) }
        + others.filter { $0.isDetail == (weight == .declared) }.map { Self.words(for: $0) }
      return lines.isEmpty ? nil : Self.comment([headline, ""] + lines)
    }
    guard !adoption.doubts.isEmpty else { return remarks }
    let doubts = adoption.doubts.map { "  \(Self.line($0.text))" }
    return remarks + [
      Self.comment(["Not known, so that the seed may say it wrongly:", ""] + doubts)
    ]
  }

  private static func lines(of remark: AdoptionRemark) -> [String] {
    let subject = YAMLScalar.source(of: remark.subject, as: .enclosed)
    let rows = remark.rows.map { "    \(line($0))" }
    return ["  \(remark.kind.rawValue) \(subject) \(line(remark.reason))"] + rows
  }

  private static func words(for object: UnsayableObject) -> String {
    let name = YAMLScalar.source(of: object.name, as: .enclosed)
    return "  \(object.kind) \(name) \(line(object.reason))"
  }

  /// The text without anything that could end a comment or not be seen in it.
  private static func line(_ text: String) -> String { YAMLScalar.escaped(text) }

  private static func comment(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
  }
}
