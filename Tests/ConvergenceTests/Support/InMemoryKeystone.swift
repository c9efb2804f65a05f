import Convergence
import IdentityModel

/// A Keystone that several backends share: its tables, and what they were after each write.
actor InMemoryKeystone {
  private(set) var tables: KeystoneTables
  private(set) var history: [KeystoneTables] = []

  nonisolated let kind: KeystoneKind

  init(_ tables: KeystoneTables = KeystoneTables(), kind: KeystoneKind = .replacing) {
    self.kind = kind
    self.tables = tables
    self.tables.become(kind)
  }

  /// Reads or writes, all at once.
  func carryOut<Answer: Sendable>(
    isWrite: Bool,
    _ work: @Sendable (inout KeystoneTables) throws(BackendFailure) -> Answer
  ) throws(BackendFailure) -> Answer {
    defer { if isWrite { history.append(tables) } }
    return try work(&tables)
  }

  /// Changes something as another client would.
  func meddle(_ work: @Sendable (inout KeystoneTables) -> Void) {
    work(&tables)
    tables.become(kind)
    history.append(tables)
  }
}
