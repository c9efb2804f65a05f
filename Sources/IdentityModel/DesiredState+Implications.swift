extension DesiredState {
  /// Whether it says of any role that it implies another one, or does not, so that somebody has to look.
  package var saysWhatIsImplied: Bool {
    !implications.isEmpty || !rolesWithDeclaredImplications.isEmpty || !absent.implications.isEmpty
  }
}
