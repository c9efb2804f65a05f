import Dispatch
import IdentityModel
import Texts

/// Reads the passwords that a seed names.
struct SecretReader: Sendable {
  /// Longer than any password; a wrong path may name a log file.
  private static let largestSize = 64 << 10

  /// As many programs at once: a key agent or a vault answers them one by one anyway.
  private static let greatestParallelism = 8

  let environment: Environment
  private let patience: @Sendable (_ source: SecretError.Source) -> Patience

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - environment: What `{env: NAME}` and the programs see.
  ///   - patience: How long a program, or a pipe that is named as a file, may take.
  init(
    environment: Environment,
    patience: @escaping @Sendable (SecretError.Source) -> Patience = { _ in Patience() }
  ) {
    self.environment = environment
    self.patience = patience
  }

  /// Reads all of them, several at a time; what several users share is read once.
  ///
  /// - Parameter sources: Where each user's password comes from.
  /// - Returns: The passwords.
  /// - Throws: ``SecretErrors`` with every one that could not be read.
  func read(_ sources: [QualifiedName: SecretSource]) async throws(SecretErrors) -> [QualifiedName:
    Secret]
  {
    // Most passwords are there already: a task and a thread for each would cost more than the seed.
    let blocking = sources.values.filter(\.mayBlock)
    let results = await results(of: Set(blocking.map(SharedSource.init)))
    var passwords: [QualifiedName: Secret] = [:]
    passwords.reserveCapacity(sources.count)
    var errors: [QualifiedName: SecretError] = [:]
    for (user, source) in sources {
      let outcome =
        source.mayBlock
        ? results[SharedSource(source)] : Outcome { () throws(SecretError) in try read(source) }
      switch outcome {
      case .success(let password): passwords[user] = password
      case .failure(let error): errors[user] = error
      case nil: break
      }
    }
    guard errors.isEmpty else { throw SecretErrors(errors: errors) }
    return passwords
  }

  /// Why a source can give no password, as far as that is known without reading a file or running a
  /// program.
  ///
  /// - Parameter source: Where the password would come from.
  /// - Returns: The reason; nil where there is none, or none is known.
  func obstacle(to source: SecretSource) -> SecretError? {
    switch source {
    case .environment:
      do throws(SecretError) {
        _ = try read(source)
        return nil
      } catch {
        return error
      }
    case .file(let path):
      return InputFile.obstacle(toReading: path).map { SecretError(.file(path), .file($0)) }
    case .literal, .command:
      return nil
    }
  }

  private typealias Outcome = Result<Secret, SecretError>

  private func results(of sources: Set<SharedSource>) async -> [SharedSource: Outcome] {
    await withTaskGroup(of: (SharedSource, Outcome).self) { group in
      var results: [SharedSource: Outcome] = [:]
      for (index, source) in sources.enumerated() {
        if index >= Self.greatestParallelism, let (source, outcome) = await group.next() {
          results[source] = outcome
        }
        group.addTask {
          let outcome = await self.outcome(of: source.source)
          return (source, outcome)
        }
      }
      for await (source, outcome) in group { results[source] = outcome }
      return results
    }
  }

  /// Reads one source on a thread of its own, which may block.
  ///
  /// Tasks run on as many threads as there are cores, and so do the global queues: two programs
  /// that wait for a key agent would hold up everything else. A serial queue has its own thread.
  private func outcome(of source: SecretSource) async -> Outcome {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "secret").async {
        continuation.resume(
          returning: Outcome { () throws(SecretError) in try read(source) }
        )
      }
    }
  }

  private func read(_ source: SecretSource) throws(SecretError) -> Secret {
    switch source {
    case .literal(let secret):
      return try checked(secret, .literal)
    case .environment(let name):
      guard let value = environment.variables[name] else {
        throw SecretError(.environment(name), .unset)
      }
      return try checked(Secret(value), .environment(name))
    case .file(let path):
      return try secret(line: try content(ofFile: path), .file(path))
    case .command(let command, let directory):
      let output = try output(of: command, in: directory)
      return try secret(line: output, .command(command.first ?? ""))
    }
  }

  private func content(ofFile path: String) throws(SecretError) -> [UInt8] {
    do throws(InputFileError) {
      return try InputFile.read(
        path,
        limit: Self.largestSize,
        patience: patience(.file(path))
      )
    } catch {
      throw SecretError(.file(path), .file(error.reason))
    }
  }

  private func output(
    of command: [String],
    in directory: String?
  ) throws(SecretError) -> [UInt8] {
    let source = SecretError.Source.command(command.first ?? "")
    do throws(ChildProcess.Failure) {
      return try ChildProcess(
        command,
        environment: environment.variables,
        directory: directory,
        patience: patience(source)
      )
      .standardOutput(limit: Self.largestSize)
    } catch {
      throw SecretError(source, .command(error))
    }
  }

  /// The password on the only line that a file or a program gives.
  ///
  /// More than one line is refused: which of them is meant would be a guess.
  private func secret(
    line bytes: [UInt8],
    _ source: SecretError.Source
  ) throws(SecretError) -> Secret {
    var line = bytes[...]
    if line.last == UInt8(ascii: "\n") {
      line.removeLast()
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
    }
    guard !line.contains(UInt8(ascii: "\n")) else { throw SecretError(source, .severalLines) }
    return try checked(Array(line), source)
  }

  /// A password that is a text already.
  private func checked(
    _ password: Secret,
    _ source: SecretError.Source
  ) throws(SecretError) -> Secret {
    let bytes = password.exposed().utf8
    guard !bytes.isEmpty else { throw SecretError(source, .empty) }
    guard !bytes.contains(0) else { throw SecretError(source, .holdsNUL) }
    return password
  }

  private func checked(
    _ bytes: [UInt8],
    _ source: SecretError.Source
  ) throws(SecretError) -> Secret {
    guard !bytes.isEmpty else { throw SecretError(source, .empty) }
    guard !bytes.contains(0) else { throw SecretError(source, .holdsNUL) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SecretError(source, .invalidUTF8)
    }
    return Secret(text)
  }
}

extension SecretSource {
  /// Whether reading it may wait for somebody else: a pipe, a file server, a program.
  fileprivate var mayBlock: Bool {
    switch self {
    case .literal, .environment: false
    case .file, .command: true
    }
  }
}
