import Convergence
import FoundationEssentials
import Glibc
import IdentityModel
import Reconciliation

/// A plan in a file, to be applied as it was shown or not at all.
///
/// It holds no secret: passwords are read again from the seed's sources when it is applied. What it
/// remembers of the cloud is a fingerprint, so that any change since is noticed, and what logging in
/// said, so that it can be told who was locked meanwhile.
struct SavedPlan: Hashable, Codable {
  private static let currentFormat = "keystone-seed plan 2"

  private let format: String
  /// Absolute, or `-` for standard input: the first one's, which a version that knows no other reads.
  private let seed: String
  /// Those of the others; left out by a version that takes one.
  private let otherSeeds: [String]?
  private let variables: [VariableSetting]
  private let prune: Bool
  private let maxDelete: Int?
  private let noVerifyPasswords: Bool
  /// Left out by a version without the option.
  private let verifyPasswords: Bool?
  /// The same.
  private let unlock: Bool?
  private let only: [ResourceKind]?
  /// The names beside the kinds, and the regions; left out by a version without them.
  private let onlyNames: [String: [Name]]?
  private let regions: [Name]?
  private let fingerprint: String
  /// What logging in said, left out by a version that did not keep it.
  private let logins: [SavedLogin]?
  private let plan: PlanDocument

  init(seeds: [String], options: PlanningOptions, planned: PlannedState, plan: PlanDocument) {
    format = Self.currentFormat
    seed = seeds.first ?? "-"
    otherSeeds = seeds.count > 1 ? Array(seeds.dropFirst()) : nil
    variables = options.set
    prune = options.prune
    maxDelete = options.maxDelete
    noVerifyPasswords = options.passwords.noVerifyPasswords
    verifyPasswords = options.passwords.verifyPasswords
    unlock = options.unlock
    only = options.only.map { list in ResourceKind.allCases.filter { list.kinds.contains($0) } }
    onlyNames = options.only.map { list in
      Dictionary(list.names.map { ($0.key.rawValue, $0.value.sorted()) }) { first, _ in first }
    }
    regions = options.region.region?.names.sorted()
    fingerprint = LiveFingerprint.of(planned.live)
    logins = SavedLogin.of(planned.passwords)
    self.plan = plan
  }

  /// Where the seed's parts are: absolute paths, or `-` for standard input.
  var seeds: [String] { [seed] + (otherSeeds ?? []) }

  /// Writes it for the owner alone.
  func write(to path: String, isForced: Bool = false, in context: CommandContext) throws {
    let file = OutputFile(path: path, kind: .savedPlan, isForced: isForced)
    try file.write(StampedText.stamped(try JSONText.of(self)), in: context)
  }

  /// Reads one that no other user can have written; `-` is standard input.
  static func read(from path: String, in context: CommandContext) throws -> SavedPlan {
    let isInput = path == "-"
    let name = name(of: path)
    guard
      let bytes = isInput
        ? try readInput(name, in: context, if: { !isWritableByOthers($0) })
        : try readFile(path, in: context)
    else { throw SavedPlanError.writableByOthers(path: name) }
    let saved = try decode(bytes, name)
    guard !isInput || !saved.seeds.contains("-") else { throw SavedPlanError.seedWasInput }
    return saved
  }

  /// Reads one to look at, whoever may have written it; `-` is standard input.
  static func readToShow(_ path: String, in context: CommandContext) throws -> PlanDocument {
    let name = name(of: path)
    let bytes =
      path == "-"
      ? try readInput(name, in: context, if: { _ in true }) ?? []
      : try InputFile.read(context.absolutePath(path), patience: context.patience(for: path))
    return try decode(bytes, name).plan
  }

  private static func name(of path: String) -> String { path == "-" ? "<stdin>" : path }

  private static func decode(_ bytes: [UInt8], _ name: String) throws(SavedPlanError) -> SavedPlan {
    let saved: SavedPlan
    do {
      saved = try JSONDecoder().decode(SavedPlan.self, from: Data(bytes))
    } catch {
      throw .notAPlan(path: name)
    }
    guard saved.format == currentFormat else { throw .notAPlan(path: name) }
    return saved
  }

  /// Reads a file; nil where another user can have written it.
  private static func readFile(_ path: String, in context: CommandContext) throws -> [UInt8]? {
    let absolutePath = context.absolutePath(path)
    guard !isLinkOfOthers(absolutePath) else { return nil }
    return try InputFile.read(
      absolutePath,
      patience: context.patience(for: path),
      if: { !isWritableByOthers($0) }
    )
  }

  /// Reads standard input; nil where it is a file that is not to be read.
  ///
  /// A pipe's content is vouched for by the process that made the pipe.
  private static func readInput(
    _ name: String,
    in context: CommandContext,
    if isWelcome: (stat) -> Bool
  ) throws -> [UInt8]? {
    if let status = context.inputStatus(), status.st_mode & S_IFMT == S_IFREG,
      !isWelcome(status)
    {
      return nil
    }
    let limit = InputFile.largestSize
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try context.readInput(limit)
    } catch {
      throw InputFileError(path: name, .system(error))
    }
    guard bytes.count <= limit else { throw InputFileError(path: name, .tooLarge(limit: limit)) }
    return bytes
  }

  /// The users whose passwords it sets because they were refused.
  var usersWithRefusedPassword: Set<QualifiedName> {
    let changes = plan.changes.filter { change in
      change.kind == .user && change.fields.contains { $0.field == .password }
    }
    let users = Set(changes.compactMap(\.qualifiedName))
    guard let logins else { return users }
    return users.intersection(logins.filter { $0.answer == .refused }.map(\.user))
  }

  /// The options that it was made with, and the parallelism that is given now.
  ///
  /// - Throws: ``SavedPlanError/optionsGiven`` where options are given that it has decided already.
  func options(given: PlanningOptions) throws(SavedPlanError) -> PlanningOptions {
    let isUntouched =
      given.set.isEmpty && !given.prune && given.maxDelete == nil && given.only == nil
      && given.region.region == nil
      && !given.passwords.noVerifyPasswords && !given.passwords.verifyPasswords && !given.unlock
    guard isUntouched else { throw .optionsGiven }
    var options = given
    options.set = variables
    options.prune = prune
    options.maxDelete = maxDelete
    options.passwords.noVerifyPasswords = noVerifyPasswords
    options.passwords.verifyPasswords = verifyPasswords ?? false
    options.unlock = unlock ?? false
    options.only = only.map { kinds in
      let names = kinds.compactMap { kind in
        onlyNames?[kind.rawValue].map { (kind, Set($0)) }
      }
      return KindList(Set(kinds), names: Dictionary(names) { first, _ in first })
    }
    options.region.region = regions.map { RegionList(Set($0)) }
    return options
  }

  /// Refuses what was planned now where it is not what was saved.
  func check(
    _ planned: PlannedState,
    _ document: PlanDocument,
    path: String
  ) throws(SavedPlanError) {
    guard plan.address == document.address else {
      throw .otherAddress(planned: plan.address, given: document.address)
    }
    let changed = SavedLogin.changes(from: logins ?? [], to: planned.passwords)
    guard fingerprint == LiveFingerprint.of(planned.live) else {
      throw .cloudChanged(path: path, logins: changed)
    }
    guard plan != document else { return }
    // What users have by others' groups and grants is no part of what the plan was made from.
    guard plan.changes == document.changes || plan.changesAlone != document.changesAlone else {
      throw .cloudChanged(path: path, logins: changed)
    }
    throw .seedChanged(path: path, logins: changed)
  }

  private static func isWritableByOthers(_ file: stat) -> Bool {
    !isTrusted(file) || file.st_mode & (S_IWGRP | S_IWOTH) != 0
  }

  /// Whether the name is another user's symbolic link, which can lead to another plan any time.
  private static func isLinkOfOthers(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK && !isTrusted(status)
  }

  private static func isTrusted(_ file: stat) -> Bool {
    file.st_uid == geteuid() || file.st_uid == 0
  }
}
