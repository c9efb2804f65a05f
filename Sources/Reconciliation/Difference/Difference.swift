/// How the live state differs from the desired one.
package struct Difference: Hashable, Sendable {
  /// Creates, updates, and deletes of what is declared absent or there twice.
  package var changes: [Change] = []
  /// A delete for each live object that the seed does not mention.
  package var unmanaged: [Change] = []
  /// What is worth saying beside them.
  package var notes: [PlanNote] = []
  /// What is worth saying where the unmanaged are deleted.
  package var pruneNotes: [PlanNote] = []

  /// What the seed says is there, whoever has made it, and is not.
  package var missing: [MissingObject] = []
  /// What cannot be renamed, since it is not alone.
  package var renameConflicts: [RenameConflict] = []

  package init() {}
}
