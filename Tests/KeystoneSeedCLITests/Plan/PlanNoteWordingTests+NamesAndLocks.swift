import IdentityModel
import Reconciliation

@testable import KeystoneSeedCLI

extension PlanNoteWordingTests {
  /// What a plan says of names that come near one another, and of what is immutable.
  static let namesAndLocks: [(PlanNote, String)] = [
    (
      .twin(.role("Admin"), live: "admin"),
      """
      role Admin does not exist, but admin does; on MySQL creating it may fail, since names there \
      ignore case, accents and trailing blanks
      """
    ),
    (
      .twinNotPruned(.tenant("Demo"), of: "demo"),
      """
      tenant Demo is not pruned: a Keystone on MySQL takes it for demo, which is declared; list it \
      under absent if it has to go
      """
    ),
    (
      .startsEmpty(
        .tenant("research"),
        insteadOf: PlanNote.Departure(name: "reserch", id: "7", assignments: 2)
      ),
      """
      tenant research is new and empty, not reserch renamed: what hangs on reserch goes with it or is \
      left without an owner (id 7: its machines, volumes and networks, 2 known assignments); to \
      rename it, write was: reserch
      """
    ),
    (
      .startsEmpty(
        .user("nova"),
        insteadOf: PlanNote.Departure(name: "Nova2", id: "8", assignments: 1)
      ),
      """
      user nova is new and empty, not Nova2 renamed: what hangs on Nova2 goes with it or is left \
      without an owner (id 8: its keys, trusts and stacks, 1 known assignment); to rename it, \
      write was: Nova2
      """
    ),
    (
      .adopted(.role("Member"), live: "member ", id: "r1"),
      """
      role Member is "member " here, id r1: the database takes the two names for one, so that it is \
      used as it is and keeps its name
      """
    ),
    (
      .besideTwin(.role("Member"), live: "member"),
      """
      role Member does not exist, but member does: the database tells the two apart, and it is made \
      beside it
      """
    ),
    (
      .immutable(
        .tenant("demo"),
        id: "t1",
        [FieldChange(.description, from: .text("a"), to: .text("b"))]
      ),
      """
      tenant demo, id t1, stays as it is: it is immutable (description: a, in the seed b); openstack \
      project set --no-immutable t1 opens it to changes
      """
    ),
    (
      .immutable(.role("old"), id: "r1", []),
      """
      role old, id r1, stays as it is: it is immutable; openstack role set --no-immutable r1 opens it \
      to changes
      """
    ),
    (
      .immutableNotPruned(.role("old"), id: "r1"),
      """
      role old is not pruned: it is immutable; openstack role set --no-immutable r1 opens it to changes
      """
    ),
  ]
}
