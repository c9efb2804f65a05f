import IdentityModel
import Reconciliation

/// One note as JSON.
struct NoteDocument: Hashable, Codable {
  /// `note`, `drift` for what stays different, or `error` for what makes the command fail.
  let severity: PlanNote.Severity
  let text: String
  /// Whether a person has to look at it before anything else.
  let needsAttention: Bool
  /// What it says, where others may say the same of other objects; nil where its words are its own.
  let sort: RepeatedNote?
  /// The object that it is about, where others may say the same of other objects.
  let subject: String?
  /// The domain in which that lives, where its words are about that domain and it is not the default one.
  let domain: String?

  init(_ note: PlanNote, backend: String) {
    severity = note.severity
    needsAttention = note.needsAttention
    text = PlanNoteWording.text(of: note, backend: backend)
    let repeated = RepeatedNote.of(note, over: backend)
    sort = repeated?.sort
    subject = repeated?.subject
    domain = repeated?.domain?.text
  }

  /// A note that says of several objects what the given one says of one.
  init(_ note: NoteDocument, saying text: String) {
    severity = note.severity
    needsAttention = note.needsAttention
    sort = note.sort
    subject = nil
    domain = note.domain
    self.text = text
  }

  /// The mark in front of the line that shows it.
  var mark: String {
    switch severity {
    case .error: "x"
    case .note, .drift: "!"
    }
  }
}
