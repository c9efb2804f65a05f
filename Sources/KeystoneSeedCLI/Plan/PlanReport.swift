import IdentityModel
import Reconciliation
import Texts

/// A plan as a person reads it.
struct PlanReport {
  let plan: ShownPlan
  /// Whether nothing that a person gave names the version.
  var isVersionOffered = false
  /// Whether only what needs attention is shown.
  var isQuiet = false
  /// How many columns the terminal has; nil where lines may be as long as they are.
  var width: Int?
  var style = Style.plain

  private static let fieldColumn = 12
  private static let fieldIndent = "      "

  init(
    _ plan: ShownPlan,
    isVersionOffered: Bool = false,
    isQuiet: Bool = false,
    width: Int? = nil,
    style: Style = .plain
  ) {
    self.plan = plan
    self.isVersionOffered = isVersionOffered
    self.isQuiet = isQuiet
    self.width = width
    self.style = style
  }

  /// The whole text, ending in a line break; nothing where nothing needs attention and that alone is
  /// asked for.
  var text: String {
    let changes = changes
    let notes = notes
    if isQuiet, plan.isEmpty, notes.isEmpty { return "" }
    guard !plan.isEmpty else { return notes + closingLine + "\n" }
    let opening = "keystone-seed plans these changes to \(TerminalText.harmless(plan.address)):\n\n"
    return (changes.isEmpty ? "" : opening + changes + "\n")
      + (notes.isEmpty ? "" : notes + "\n") + closingLine + "\n"
  }

  // MARK: Changes

  private var changes: String {
    let shown = isQuiet ? plan.changes.filter(\.action.isDestructive) : plan.changes
    let entries = shown.entries
    let repeated = repeatedRemarks
    let column = remarkColumn(of: entries, repeated)
    var text = ""
    for entry in entries {
      guard let headlined = entry.headlined else { continue }
      let headline = Headline(headlined, backend: plan.backend)
      let remark = headline.remark.flatMap { repeated.contains($0) ? nil : $0 }
      text += lines(entry[entry.startIndex].action, headline.text, remark, remarkColumn: column)
      for change in entry {
        text += Self.fieldLines(of: change, over: plan.backend, width: width)
      }
      for change in entry {
        text += Self.consequenceLines(of: change, width: width, style: style)
      }
    }
    return text
  }

  /// Where the remarks stand that fit beside their headlines; most changes of a large plan have none.
  private func remarkColumn(of entries: [ArraySlice<ShownChange>], _ repeated: [String]) -> Int {
    let widths = entries.compactMap { entry -> Int? in
      guard let change = entry.headlined,
        let remark = Headline.remark(on: change, backend: plan.backend), !repeated.contains(remark)
      else { return nil }
      let headline = Headline(change, backend: plan.backend)
      return fits(headline.text, remark) ? headline.width : nil
    }
    return widths.max() ?? 0
  }

  /// What a change comes to for users, a line each.
  static func consequenceLines(
    of change: ShownChange,
    width: Int? = nil,
    style: Style = .plain
  ) -> String {
    guard !change.consequences.isEmpty else { return "" }
    return ConsequenceLines(change.consequences).lines.map { line in
      WrappedText.lines(
        of: line.text,
        indent: fieldIndent,
        hanging: fieldIndent + "  ",
        width: width
      )
      .map { text in
        switch line.effect {
        case .gains: style.paint(text, .green) + "\n"
        case .loses: style.paint(text, .red) + "\n"
        case nil: text + "\n"
        }
      }.joined()
    }.joined()
  }

  private func lines(
    _ action: Action,
    _ headline: String,
    _ remark: String?,
    remarkColumn: Int
  ) -> String {
    let ink = ink(of: action)
    guard let remark else { return style.paint(headline, ink) + "\n" }
    let padding = max(remarkColumn - headline.count, 0)
    let aligned = headline + String(repeating: " ", count: padding)
    for opening in [aligned, headline] where fits(opening, remark) {
      return style.paint(opening + Self.gap + remark, ink) + "\n"
    }
    return ([headline] + WrappedText.lines(of: remark, indent: Self.fieldIndent, width: width))
      .map { style.paint($0, ink) + "\n" }.joined()
  }

  /// What stands between a change and the remark on it.
  private static let gap = "    "

  /// Whether both stand on one line.
  private func fits(_ opening: String, _ remark: String) -> Bool {
    guard let width else { return true }
    return opening.count + Self.gap.count + remark.count <= width
  }

  /// Why rows are replaced, as far as it is the same of several: that is said once, below.
  private var repeatedRemarks: [String] {
    var (seen, repeated): ([String], [String]) = ([], [])
    for change in plan.changes where change.action == .replace {
      guard let remark = Headline(change, backend: plan.backend).remark else { continue }
      guard seen.contains(remark) else {
        seen.append(remark)
        continue
      }
      if !repeated.contains(remark) { repeated.append(remark) }
    }
    return repeated
  }

  /// What of an object changes, a line each, and two where old and new do not fit beside each other.
  static func fieldLines(of change: ShownChange, over backend: String, width: Int? = nil) -> String
  {
    let fields = change.fields
    guard !fields.isEmpty else { return "" }
    let interface: EndpointInterface? =
      if case .endpoint(let key) = change.key { key.interface } else { nil }
    var lines = ""
    for field in fields where !isInLineAbove(field.field, of: change) {
      // The line above says that it is a limit, and of one that is made how high it is.
      guard field.field != .limit else {
        guard change.action != .create else { continue }
        lines += fieldIndent + values(of: field, action: change.action) + "\n"
        continue
      }
      // Each interface has its own rows, which one entry shows together.
      let owner = field.field == .enabled ? interface : nil
      lines += fieldLine(field, of: owner, change.action, over: backend, width)
    }
    return lines
  }

  /// Whether the line that names the change says it: a former name, a service that is left, and the whole
  /// of what is made.
  private static func isInLineAbove(_ field: Field, of change: ShownChange) -> Bool {
    switch field {
    case .name, .type, .service: true
    case .parent: change.wholeOfNew != nil
    default: false
    }
  }

  private static func fieldLine(
    _ change: FieldChange,
    of interface: EndpointInterface?,
    _ action: Action,
    over backend: String,
    _ width: Int?
  ) -> String {
    let noun = change.field.noun(over: backend)
    let name = interface?.rawValue ?? noun
    let length = name.utf8.count  // Each noun is of ASCII.
    let blanks = length < fieldColumn ? fieldColumn - length : 3
    let padding = String(repeating: " ", count: blanks)
    let opening = fieldIndent + name + padding + (interface == nil ? "" : "\(noun): ")
    let line = opening + values(of: change, action: action)
    guard let width, line.count > width, let old = oldValue(of: change, action: action) else {
      return line + "\n"
    }
    let (arrow, new) = ("-> ", shown(change.to))
    let isLong = opening.count + new.count > width
    // Further to the left it may fit.
    let gap = isLong ? fieldIndent : String(repeating: " ", count: opening.count - arrow.count)
    return "\(opening)\(old)\n\(gap)\(arrow)\(new)\n"
  }

  /// What is shown before the arrow, where there is one.
  private static func oldValue(of change: FieldChange, action: Action) -> String? {
    switch (action, change.to) {
    case (_, .secret), (.create, _), (.delete, _): nil
    case (.update, _), (.replace, _): shown(change.from)
    }
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
    case nil, .absent, .text(""): "(none)"
    case .text(let text): TerminalText.harmless(text)
    case .name(let name): TerminalText.harmless(name.description)
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .texts([]): "(none)"
    case .texts(let texts):
      texts.sorted().map { TerminalText.harmless($0.text) }.joined(separator: ", ")
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
    let reasons = repeatedRemarks.map { line("\(Action.replace.mark) \($0)", .yellow) }
    let notes = plan.notes.filter { !isQuiet || $0.needsAttention }
    return reasons.joined()
      + notes.map { note in
        line("\(note.mark) \(TerminalText.harmless(note.text))", Self.ink(of: note))
      }.joined()
  }

  /// A line, and more below it where it is longer than the terminal is wide.
  private func line(_ text: String, _ ink: Style.Ink) -> String {
    WrappedText.lines(of: text, indent: "  ", hanging: "    ", width: width)
      .map { style.paint($0, ink) + "\n" }.joined()
  }

  private static func ink(of note: NoteDocument) -> Style.Ink {
    switch note.severity {
    case .error: .red
    case .note where note.needsAttention: .yellow
    case .note, .drift: .cyan
    }
  }

  private var closingLine: String {
    let verdict =
      plan.isEmpty && plan.leavesDrift
      ? "No changes can be made; see the notes above." : plan.verdict
    let rest = [plan.unmanaged, plan.isEmpty ? spoken : ""].filter { !$0.isEmpty }
    let whole = ([verdict] + rest).joined(separator: " ")
    guard whole.count > width ?? .max else {
      return ([painted(verdict)] + rest).joined(separator: " ")
    }
    return
      (WrappedText.lines(of: verdict, indent: "", hanging: "  ", width: width).map(painted)
      + rest.flatMap { WrappedText.lines(of: $0, indent: "", hanging: "  ", width: width) })
      .joined(separator: "\n")
  }

  /// The verdict, in which the count of what goes is red.
  private func painted(_ verdict: String) -> String {
    let deletes = plan.counts[.delete, default: 0]
    let words = "\(deletes) to \(Action.delete.rawValue)"
    guard deletes > 0, let place = verdict.firstRange(of: words) else {
      return style.paint(verdict, .bold)
    }
    let parts: [(Substring, Style.Ink)] = [
      (verdict[..<place.lowerBound], .bold), (verdict[place], .red),
      (verdict[place.upperBound...], .bold),
    ]
    return parts.filter { !$0.0.isEmpty }.map { style.paint(String($0.0), $0.1) }.joined()
  }

  /// Which version was read and where, with no headline to show it.
  private var spoken: String {
    isVersionOffered ? "Identity \(plan.backend), at \(TerminalText.harmless(plan.address))." : ""
  }
}
