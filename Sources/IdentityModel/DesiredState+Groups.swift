extension DesiredState {
  /// Whether it says anything of any group, so that somebody has to look which there are.
  package var namesGroups: Bool { !groups.isEmpty || !absent.groups.isEmpty }
}
