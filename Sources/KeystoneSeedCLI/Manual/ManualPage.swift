/// The manual page, made of what `--help` says.
struct ManualPage {
  let command: CommandDescription
  let version: String

  /// The sections at its end.
  var closing = ""

  private typealias Argument = CommandDescription.Argument

  /// The whole page, for `man -l`.
  var text: String {
    """
    .TH \(command.commandName.uppercased()) 1 "" "\(command.commandName) \(version)"
    .SH NAME
    \(Roff.escaped(command.commandName)) \\- \(Roff.escaped(Self.phrase(command.abstract)))
    .SH SYNOPSIS
    \(Roff.bold(command.commandName))\(words) [\(Roff.italic("option"))...]
    .SH DESCRIPTION

    """
      + Roff.paragraphs(command.discussion ?? "")
      + arguments + closing
  }

  private var words: String { subcommands.isEmpty ? "" : " \(Roff.italic("command"))" }

  private var arguments: String {
    guard subcommands.isEmpty else {
      return ".SH COMMANDS\n" + subcommands.map(section).joined()
        + sharedTitles.map(sharedSection).joined()
    }
    return ".SH OPTIONS\n" + options(of: command, in: nil).map(entry).joined()
  }

  private var subcommands: [CommandDescription] {
    (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The groups of options that several commands have alike, which are described once.
  private var sharedTitles: [String] {
    var shared: [String] = []
    for title in subcommands.flatMap(titles) where !shared.contains(title) {
      let groups = subcommands.map { options(of: $0, in: title) }.filter { !$0.isEmpty }
      if groups.count > 1, Set(groups).count == 1 { shared.append(title) }
    }
    return shared
  }

  private func titles(of command: CommandDescription) -> [String] {
    var titles: [String] = []
    for title in (command.arguments ?? []).compactMap(\.sectionTitle) where !titles.contains(title)
    {
      titles.append(title)
    }
    return titles
  }

  private func options(of command: CommandDescription, in title: String?) -> [Argument] {
    (command.arguments ?? []).filter { argument in
      let isGeneral = ["help", "version"].contains(argument.valueName) && argument.kind == .flag
      return argument.sectionTitle == title && argument.shouldDisplay && !isGeneral
    }
  }
}

extension ManualPage {
  private func section(of subcommand: CommandDescription) -> String {
    let shared = sharedTitles.filter { titles(of: subcommand).contains($0) }
    let own = titles(of: subcommand).filter { !shared.contains($0) }
    let arguments =
      options(of: subcommand, in: nil) + own.flatMap { options(of: subcommand, in: $0) }
    let names = ([subcommand.commandName] + (subcommand.aliases ?? [])).joined(separator: ", ")
    let words = arguments.filter { $0.kind == .positional }.map { " " + Self.synopsis(of: $0) }
    return ".SS \"\(Roff.escaped("\(names) [option...]\(words.joined())"))\"\n"
      + Roff.line(subcommand.abstract)
      + Roff.paragraphs(subcommand.discussion ?? "")
      + arguments.map(entry).joined()
      + (shared.isEmpty ? "" : Self.reference(to: shared))
  }

  private static func synopsis(of argument: Argument) -> String {
    let name = (argument.valueName ?? "") + (argument.isRepeating ? "..." : "")
    return argument.isOptional ? "[\(name)]" : name
  }

  private static func reference(to titles: [String]) -> String {
    let names = titles.map { Roff.bold(heading($0)) }.joined(separator: ", ")
    return ".PP\nAlso: \(names).\n"
  }

  private func sharedSection(_ title: String) -> String {
    let owner = subcommands.first { titles(of: $0).contains(title) }
    let options = owner.map { self.options(of: $0, in: title) } ?? []
    return ".SH \"\(Self.heading(title))\"\n" + options.map(entry).joined()
  }

  private func entry(for argument: Argument) -> String {
    let value = argument.valueName.map { Roff.italic($0) } ?? ""
    let names = (argument.names ?? []).map { Roff.bold($0.text) }.joined(separator: ", ")
    let term =
      switch argument.kind {
      case .positional: value
      case .flag: names
      case .option: "\(names) \(value)"
      }
    var notes: [String] = []
    if let values = argument.allValues { notes.append("values: \(values.joined(separator: ", "))") }
    if let value = argument.defaultValue { notes.append("default: \(value)") }
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    return ".TP\n\(term)\n" + Roff.line((argument.abstract ?? "") + note)
      + (argument.discussion.map { Roff.line($0) } ?? "")
  }

  private static func heading(_ title: String) -> String { "\(title.uppercased()) OPTIONS" }

  /// A sentence as man's index wants it: with a small letter and no full stop.
  private static func phrase(_ sentence: String) -> String {
    let body = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return body.prefix(1).lowercased() + body.dropFirst()
  }
}

extension ManualPage {
  /// The closing sections of this program's own page.
  static var ownClosing: String { environment + files + exitStatus }

  private static var environment: String {
    let settings = ConnectionSetting.allCases.map { setting in
      let names = setting.variables.map(Roff.bold).joined(separator: ", ")
      return ".TP\n\(names)\n" + Roff.line("The \(setting.noun).")
    }
    let others = [
      ("OS_CLOUD", "The entry of clouds.yaml to use."),
      ("OS_CLIENT_CONFIG_FILE", "The clouds.yaml to look into, and no other."),
      ("KEYSTONE_SEED", "The seed, where the command line names none."),
      ("NO_COLOR", "No colour, not even on a terminal."),
      ("http_proxy, https_proxy, no_proxy", "The proxies, and what goes around them."),
    ].map { ".TP\n\(Roff.bold($0))\n" + Roff.line($1) }
    return ".SH ENVIRONMENT\nAn option wins over a variable, and that over clouds.yaml.\n"
      + (settings + others).joined()
  }

  private static var files: String {
    let files = [
      ("keystone-seed.yaml", "The seed, in the directory at hand."),
      (SeedLocation.systemPath, "The seed of the machine."),
      (
        "clouds.yaml",
        "Here, in ~/.config/openstack or in /etc/openstack: how to reach which cloud."
      ),
    ].map { ".TP\n\(Roff.italic($0))\n" + Roff.line($1) }
    return ".SH FILES\n" + files.joined()
  }

  private static var exitStatus: String {
    let statuses: [(ExitStatus, String)] = [
      (.success, "Done, or nothing to do."),
      (.failure, "Something failed; standard error says what."),
      (.changesPending, "plan --detailed-exitcode found changes pending, or verify found drift."),
      (.usage, "Wrong usage; nothing was tried."),
    ]
    return ".SH \"EXIT STATUS\"\n"
      + statuses.map { ".TP\n\(Roff.bold("\($0.rawValue)"))\n" + Roff.line($1) }.joined()
  }
}
