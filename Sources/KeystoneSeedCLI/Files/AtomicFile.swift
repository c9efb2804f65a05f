import Glibc

/// Writes a file so that there is the old one or the new one at any instant, never a part of it.
///
/// The content goes to a new file beside the old one, which then takes its name. Nothing is left
/// behind when that fails.
enum AtomicFile {
  /// Who may do what with the new file.
  enum Attributes {
    /// These permissions, regardless of the umask, and the writer as the owner.
    case mode(mode_t)
    /// Permissions and owner of the file that is replaced, or these permissions if there is none.
    case kept(orElse: mode_t)
  }

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - path: Where; a symbolic link of one's own is followed, so that it stays one.
  ///   - attributes: Permissions and owner; by default it is for the owner alone.
  /// - Throws: ``AtomicFileError``, with what was there before untouched.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    attributes: Attributes = .mode(0o600)
  ) throws(AtomicFileError) {
    try write(to: path, attributes: attributes) { file throws(SystemError) in
      try file.write(bytes)
    }
  }

  /// Writes the file with what `fill` puts into it.
  static func write(
    to path: String,
    attributes: Attributes = .mode(0o600),
    _ fill: (Descriptor) throws(SystemError) -> Void
  ) throws(AtomicFileError) {
    let target = try destination(of: path)
    Leftovers.sweep(directory(of: target))
    do throws(SystemError) {
      let (file, temporary) = try create(beside: target)
      do throws(SystemError) {
        defer { file.close() }
        try fill(file)
        try set(attributes, of: file, replacing: target)
        guard fsync(file.number) == 0 else { throw .last }
        guard rename(temporary, target) == 0 else { throw .last }
      } catch {
        unlink(temporary)
        throw error
      }
    } catch {
      throw AtomicFileError(path: path, error.code == ENOENT ? .noDirectory : .system(error))
    }
    synchronizeDirectory(of: target)
  }

  /// Where the content belongs: the path itself, or what a link that can be trusted points to.
  ///
  /// In a directory like `/tmp`, somebody else's link would send a password to a file of theirs.
  private static func destination(of path: String) throws(AtomicFileError) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return path }
      throw AtomicFileError(path: path, .system(.last))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      return path
    case S_IFLNK:
      guard status.st_uid == geteuid() || status.st_uid == 0 else {
        throw AtomicFileError(path: path, .isLinkOfAnother)
      }
      guard let resolved = realpath(path, nil) else {
        throw AtomicFileError(path: path, errno == ENOENT ? .isDanglingLink : .system(.last))
      }
      defer { free(resolved) }
      return try destination(of: String(cString: resolved))
    case S_IFDIR:
      throw AtomicFileError(path: path, .isDirectory)
    default:
      throw AtomicFileError(path: path, .isNoFile)
    }
  }

  private static func set(
    _ attributes: Attributes,
    of file: Descriptor,
    replacing target: String
  ) throws(SystemError) {
    var mode: mode_t
    switch attributes {
    case .mode(let given):
      mode = given
    case .kept(orElse: let given):
      mode = given
      var (old, new) = (stat(), stat())
      guard stat(target, &old) == 0 else {
        if errno == ENOENT { break }
        throw .last
      }
      mode = old.st_mode & 0o7777
      guard fstat(file.number, &new) == 0 else { throw .last }
      if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid) {
        guard fchown(file.number, old.st_uid, old.st_gid) == 0 else { throw .last }
      }
    }
    // After the owner, whose change takes the set-user-ID bits away.
    guard fchmod(file.number, mode) == 0 else { throw .last }
  }

  private static func create(
    beside target: String
  ) throws(SystemError) -> (Descriptor, path: String) {
    while true {
      let path = "\(directory(of: target))/\(Leftovers.newName())"
      let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if number >= 0 {
        // The lock is held until the file has its name: an unlocked file is a leftover.
        flock(number, LOCK_EX)
        return (Descriptor(number), path)
      }
      guard errno == EEXIST else { throw .last }
    }
  }

  /// Makes the new name survive a power cut, where the file system can.
  ///
  /// The file has its name by now: a file system that cannot is no reason to fail.
  private static func synchronizeDirectory(of target: String) {
    let number = open(directory(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { return }
    fsync(number)
    close(number)
  }

  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }
}
