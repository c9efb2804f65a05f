import ArgumentParser
import IdentityModel

/// How credentials are written, and where to.
struct CredentialsForm: ParsableArguments {
  @Option(help: "An rc file for a shell, a clouds.yaml of one entry, a .env file, or JSON.")
  var format = CredentialsFormat.rc

  @Option(
    help: "The shell that the rc file is for; sh is also bash, dash and zsh. Left out, it is sh."
  )
  var shell: Shell?

  @Option(
    help: ArgumentHelp(
      "Name of the clouds.yaml entry (default: the user's name).",
      valueName: "name"
    )
  )
  var cloud: String?

  @Option(
    help: ArgumentHelp(
      "Write to this file (mode 0600) instead of standard output, which - stands for.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Replace the file of --output even if it is not this command's, edited or read-only.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Add a line to this start-up file that sources the --output file (once).",
      valueName: "file"
    ),
    completion: .file()
  )
  var profile: String?

  func validate() throws {
    if shell != nil, format != .rc {
      throw ValidationError("--shell is for an rc file, not for --format \(format.rawValue).")
    }
    if shell == .powershell, let output, !output.lowercased().hasSuffix(".ps1") {
      throw ValidationError(
        "PowerShell sources only files ending in .ps1: use --output \(output).ps1"
      )
    }
    if cloud != nil, format != .cloudsYAML {
      throw ValidationError("--cloud is for --format clouds-yaml.")
    }
    if profile != nil, output.map(OutputFile.isStandardOutput) ?? true || format != .rc {
      throw ValidationError("--profile needs --output, and an rc file there.")
    }
  }

  /// Writes the credentials.
  func write(_ credentials: CloudCredentials, in context: CommandContext) throws {
    let text = try text(of: credentials, in: context)
    guard let output, !OutputFile.isStandardOutput(output) else {
      // A reader of the JSON in a pipe takes each of its members for a variable.
      context.emit(format == .json ? text : StampedText.stamped(text))
      return
    }
    let path = context.absolutePath(output)
    let profile = profile.map(context.absolutePath)
    if let profile, InputFile.isSame(path, profile) {
      throw CredentialsError.profileIsOutput(path: output)
    }
    if format == .cloudsYAML, !force { try checkNothingIsLost(at: path, credentials) }
    let file = OutputFile(path: output, kind: .credentials, isForced: force)
    try file.write(StampedText.stamped(text), in: context)
    if let profile { try ProfileLine(shell: shell ?? .sh, path: path).add(to: profile) }
  }

  private func text(
    of credentials: CloudCredentials,
    in context: CommandContext
  ) throws -> String {
    switch format {
    case .rc:
      return RCFile(credentials: credentials, shell: shell ?? .sh).text
    case .cloudsYAML:
      return CloudsEntryFile(credentials: credentials, cloud: cloudName(credentials)).text
    case .dotenv:
      let file = DotenvFile(credentials: credentials)
      if !file.contestedVariables.isEmpty {
        context.warn(
          "\(file.contestedVariables.joined(separator: ", ")): written for python-dotenv; "
            + "Docker Compose, node and shells read such a value differently"
        )
      }
      if !file.escapedVariables.isEmpty {
        context.warn(
          "\(file.escapedVariables.joined(separator: ", ")): written for python-dotenv and Docker "
            + "Compose; node and shells read such a value differently"
        )
      }
      return file.text
    case .json:
      let pairs = credentials.variables.map { ($0.name, $0.value) }
      return try JSONText.of(Dictionary(uniqueKeysWithValues: pairs))
    }
  }

  private func cloudName(_ credentials: CloudCredentials) -> String {
    cloud ?? credentials.user.text
  }

  /// Refuses to replace a `clouds.yaml` that has other entries.
  private func checkNothingIsLost(at path: String, _ credentials: CloudCredentials) throws {
    guard InputFile.isFile(path) else { return }
    let entries = try CloudFiles.entries(of: try InputFile.read(path), path: path)
    let others = entries.keys.filter { $0 != cloudName(credentials) }
    guard others.isEmpty else {
      throw CredentialsError.otherClouds(path: path, names: others.sorted())
    }
  }
}
