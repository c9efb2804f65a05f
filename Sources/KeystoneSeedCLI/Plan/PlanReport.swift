import IdentityModel
import Reconciliation
import Texts

/// A plan as a person reads it.
struct PlanReport {
  let plan: Plan
  /// The address of the API that the plan is for.
  let address: String
  /// What the backend is called where it sets a limit, such as `v2.0`.
  let backend: String
  /// Whether nothing that a person gave names the version.
  var isVersionOffered = false
  var style = Style.plain

  private static let fieldColumn = 12

  /// The whole text, ending in a line break.
  var text: String {
    let ending = closingLine + "\n"
    let notes = notes
    guard !plan.isEmpty else { return notes + ending }
    return "keystone-seed plans these changes to \(TerminalText.harmless(address)):\n\n"
      + changes + "\n" + (notes.isEmpty ? "" : notes + "\n") + ending
  }

  // MARK: Changes

  private var changes: String {
    let entries = plan.entries.compactMap { changes in changes.first.map { ($0, changes) } }
    let headlines = entries.map { Headline($0.0, backend: backend) }
    let column = headlines.filter { $0.remark != nil }.map(\.width).max() ?? 0
    return zip(entries, headlines).map { entry, headline in
      line(entry.0, headline, remarkColumn: column)
        + entry.1.map { Self.fieldLines(of: $0, over: backend) }.joined()
    }.joined()
  }

  private func line(_ change: Change, _ headline: Headline, remarkColumn: Int) -> String {
    var line = headline.text
    if let remark = headline.remark {
      line += String(repeating: " ", count: remarkColumn - headline.width + 4) + remark
    }
    return style.paint(line, ink(of: change.action)) + "\n"
  }

  /// What of an object changes, a line each.
  static func fieldLines(of change: Change, over backend: String) -> String {
    // A former name stands in the line above.
    change.fields.filter { $0.field != .name && $0.field != .type }
      .map { fieldLine($0, of: change.action, over: backend) }.joined()
  }

  private static func fieldLine(
    _ change: FieldChange,
    of action: Action,
    over backend: String
  ) -> String {
    let name = change.field.noun(over: backend)
    let padding = String(repeating: " ", count: max(1, fieldColumn - name.count))
    return "      " + name + padding + values(of: change, action: action) + "\n"
  }

  private static func values(of change: FieldChange, action: Action) -> String {
    switch (action, change.from, change.to) {
    case (_, _, .secret): Secret("").description
    case (.create, _, let value), (.delete, let value, _): shown(value)
    case (.update, let from, let to), (.replace, let from, let to):
      "\(shown(from)) -> \(shown(to))"
    }
  }

  /// What a field holds, harmless for a terminal; of a secret only that it is one.
  static func shown(_ value: FieldValue?) -> String {
    switch value {
    case nil, .text(""): "(none)"
    case .text(let text): TerminalText.harmless(text)
    case .flag(let flag): "\(flag)"
    case .template(let template): TerminalText.harmless(template.text)
    case .secret: Secret("").description
    }
  }

  private func ink(of action: Action) -> Style.Ink {
    switch action {
    case .create: .green
    case .update, .replace: .yellow
    case .delete: .red
    }
  }

  // MARK: What else there is to know

  private var notes: String {
    plan.notes.map { note in
      let text = PlanNoteWording.text(of: note, backend: backend)
      return style.paint("  \(Self.mark(of: note)) \(text)", Self.ink(of: note)) + "\n"
    }.joined()
  }

  private static func mark(of note: PlanNote) -> String {
    switch note.severity {
    case .error: "x"
    case .note, .drift: "!"
    }
  }

  private static func ink(of note: PlanNote) -> Style.Ink {
    switch note.severity {
    case .error: .red
    case .note where note.needsAgreement: .yellow
    case .note, .drift: .cyan
    }
  }

  private var closingLine: String {
    let unmanaged = Self.unmanaged(plan.unmanagedCount)
    guard !plan.isEmpty else {
      let opening =
        plan.leavesDrift ? "No changes can be made; see the notes above." : "No changes."
      return style.paint(opening, .bold) + unmanaged + spoken
    }
    let counts = [
      "\(plan.count(of: .create)) to create",
      "\(plan.count(of: .update)) to update",
      "\(plan.count(of: .replace)) to replace",
      "\(plan.count(of: .delete)) to delete",
    ]
    return style.paint("Plan: \(counts.joined(separator: ", ")).", .bold) + unmanaged
  }

  /// Which version was read and where, with no headline to show it.
  private var spoken: String {
    isVersionOffered ? " Identity \(backend), at \(TerminalText.harmless(address))." : ""
  }

  private static func unmanaged(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: " 1 unmanaged object is left alone."
    default: " \(count) unmanaged objects are left alone."
    }
  }
}
