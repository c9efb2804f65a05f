import ArgumentParser

/// A family of shells, each with quoting of its own.
enum Shell: String, CaseIterable, Sendable {
  /// What POSIX describes: sh, dash, bash, zsh, ksh.
  case sh
  case fish
  /// csh and tcsh.
  case csh
  /// Of PowerShell, Windows' own 5.1 as well.
  case powershell
}

extension Shell: ExpressibleByArgument {
  /// The family by its name, or by that of one of its shells.
  init?(argument: String) {
    switch argument {
    case "sh", "bash", "dash", "ksh", "zsh": self = .sh
    case "fish": self = .fish
    case "csh", "tcsh": self = .csh
    case "powershell", "pwsh": self = .powershell
    default: return nil
    }
  }
}
