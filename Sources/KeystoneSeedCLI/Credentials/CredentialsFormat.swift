import ArgumentParser

/// The reader that credentials are written for.
enum CredentialsFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// For a shell.
  case rc
  /// For clients that know `--os-cloud`.
  case cloudsYAML = "clouds-yaml"
  /// For programs that load a `.env` file.
  case dotenv
  /// For everything else: the variables as one object.
  case json
}
