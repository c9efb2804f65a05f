import Glibc

/// What the system grants this process, where it can be too little to work at all.
enum ProcessLimits {
  /// Connections, libcurl's own pipes and the runtime's; what is opened for a moment beside them.
  static let leastFiles: UInt64 = 24
  /// What the runtime reserves for its threads' stacks and memory, most of which is never touched.
  static let leastAddressSpace: UInt64 = 320 << 20

  /// Takes what it may of the files that it may open, and says what is too little.
  static func check() -> ErrorMessage? {
    var files = limit(RLIMIT_NOFILE.rawValue)
    if files.rlim_cur < 1024, files.rlim_cur < files.rlim_max {
      files.rlim_cur = min(files.rlim_max, 1024)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
    }
    return complaint(
      files: UInt64(limit(RLIMIT_NOFILE.rawValue).rlim_cur),
      addressSpace: UInt64(limit(RLIMIT_AS.rawValue).rlim_cur)
    )
  }

  /// What is too little, if anything is.
  static func complaint(files: UInt64, addressSpace: UInt64) -> ErrorMessage? {
    if files < leastFiles {
      return ErrorMessage(
        "this process may open \(files) files, and needs \(leastFiles)",
        hints: ["Raise the limit: ulimit -n \(leastFiles), or LimitNOFILE= of systemd."]
      )
    }
    if addressSpace < leastAddressSpace {
      return ErrorMessage(
        "this process may have \(addressSpace >> 20) MiB of address space, and needs "
          + "\(leastAddressSpace >> 20) MiB, most of which it never touches",
        hints: ["Raise the limit: ulimit -v \(leastAddressSpace >> 10), or LimitAS= of systemd."]
      )
    }
    return nil
  }

  private static func limit(_ resource: UInt32) -> rlimit {
    var limit = rlimit(rlim_cur: .max, rlim_max: .max)
    getrlimit(__rlimit_resource_t(resource), &limit)
    return limit
  }
}
