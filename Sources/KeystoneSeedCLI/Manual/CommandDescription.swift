import ArgumentParser
import FoundationEssentials

/// A command as ArgumentParser describes it to programs: what its help says, in pieces.
struct CommandDescription: Decodable {
  let commandName: String
  let aliases: [String]?
  let abstract: String
  let discussion: String?
  let shouldDisplay: Bool
  let arguments: [Argument]?
  let subcommands: [CommandDescription]?

  /// One argument, option or flag.
  struct Argument: Decodable, Hashable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable, Hashable {
      enum Kind: String, Decodable {
        case long, short, longWithSingleDash
      }

      let kind: Kind
      let name: String

      /// The name as it is typed.
      var text: String {
        switch kind {
        case .long: "--\(name)"
        case .short, .longWithSingleDash: "-\(name)"
        }
      }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let defaultValue: String?
    let allValues: [String]?
    let sectionTitle: String?
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
  }

  private struct Envelope: Decodable {
    let command: CommandDescription
  }

  /// Asks ArgumentParser for the description of a command and all below it.
  ///
  /// It gives it in the way in which it gives its help: as the message of an error.
  init(of root: any ParsableCommand.Type) throws {
    let json: String
    do {
      _ = try root.parseAsRoot(["--experimental-dump-help"])
      json = ""
    } catch {
      json = root.fullMessage(for: error)
    }
    try self.init(json: Array(json.utf8))
  }

  /// Reads the description that a program of ArgumentParser's gives of itself.
  ///
  /// - Throws: `DecodingError` where it is none.
  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Envelope.self, from: Data(json)).command
  }
}
