import ArgumentParser

/// A command that touches nothing but the context that it is given.
///
/// Errors that it throws are worded and shown by ``Program``.
protocol ContextualCommand: ParsableCommand {
  /// Does the work.
  func run(_ context: CommandContext) async throws -> ExitStatus
}
