import IdentityModel
import Reconciliation
import Texts

/// A plan as a person reads it.
struct PlanReport {
  let plan: ShownPlan
  /// Whether nothing that a person gave names the version.
  var isVersionOffered = false
  var style = Style.plain

  private static let fieldColumn = 12

  init(_ plan: ShownPlan, isVersionOffered: Bool = false, style: Style = .plain) {
    self.plan = plan
    self.isVersionOffered = isVersionOffered
    self.style = style
  }

  /// The whole text, ending in a line break.
  var text: String {
    let ending = closingLine + "\n"
    let notes = notes
    guard !plan.isEmpty else { return notes + ending }
    return "keystone-seed plans these changes to \(TerminalText.harmless(plan.address)):\n\n"
      + changes + "\n" + (notes.isEmpty ? "" : notes + "\n") + ending
  }

  // MARK: Changes

  private var changes: String {
    let entries = plan.changes.entries.compactMap { changes in
      changes.headlined.map { ($0, changes) }
    }
    let headlines = entries.map { Headline($0.0, backend: plan.backend) }
    let column = headlines.filter { $0.remark != nil }.map(\.width).max() ?? 0
    return zip(entries, headlines).map { entry, headline in
      line(entry.0, headline, remarkColumn: column)
        + entry.1.map { Self.fieldLines(of: $0, over: plan.backend) }.joined()
    }.joined()
  }

  private func line(_ change: ShownChange, _ headline: Headline, remarkColumn: Int) -> String {
    var line = headline.text
    if let remark = headline.remark {
      line += String(repeating: " ", count: remarkColumn - headline.width + 4) + remark
    }
    return style.paint(line, ink(of: change.action)) + "\n"
  }

  /// What of an object changes, a line each.
  static func fieldLines(of change: ShownChange, over backend: String) -> String {
    // A former name, and a service that is left, stand in the line above.
    change.fields.filter { ![.name, .type, .service].contains($0.field) }
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
    case .name(let name): TerminalText.harmless(name.description)
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
      style.paint("  \(note.mark) \(TerminalText.harmless(note.text))", Self.ink(of: note)) + "\n"
    }.joined()
  }

  private static func ink(of note: NoteDocument) -> Style.Ink {
    switch note.severity {
    case .error: .red
    case .note where note.needsAgreement: .yellow
    case .note, .drift: .cyan
    }
  }

  private var closingLine: String {
    let unmanaged = plan.unmanaged.isEmpty ? "" : " " + plan.unmanaged
    let verdict =
      plan.isEmpty && plan.leavesDrift
      ? "No changes can be made; see the notes above." : plan.verdict
    return style.paint(verdict, .bold) + unmanaged + (plan.isEmpty ? spoken : "")
  }

  /// Which version was read and where, with no headline to show it.
  private var spoken: String {
    isVersionOffered
      ? " Identity \(plan.backend), at \(TerminalText.harmless(plan.address))." : ""
  }
}
