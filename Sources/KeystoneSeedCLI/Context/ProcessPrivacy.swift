import CProcess
import Glibc

/// Keeps the secrets that this process holds from others on the same machine.
enum ProcessPrivacy {
  /// The options whose values are secrets, in both spellings.
  private static let secretOptions = ["--os-token", "--os_token"]

  private static let crashes = [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP]

  /// From now on a crash leaves no core file and shows no memory, no process but root's may read
  /// this one's memory or environment, and `ps` shows no token.
  ///
  /// The limit alone would not do: what a crash handler gets through a pipe, as systemd's does, has
  /// none. Swift's own handler, where a toolchain is installed, prints what the registers point to.
  /// Each may be forbidden by a sandbox, which is no reason not to work.
  static func begin() {
    for crash in crashes { signal(crash, SIG_DFL) }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = cprocess_make_undumpable()
    hideSecrets(in: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
  }

  /// Overwrites the secrets among the arguments where the kernel keeps them.
  static func hideSecrets(
    in arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
    count: Int
  ) {
    var isSecret = false
    for argument in UnsafeBufferPointer(start: arguments, count: count).compactMap(\.self) {
      if isSecret {
        hide(argument)
      } else {
        let text = String(cString: argument)
        if let option = secretOptions.first(where: { text.hasPrefix($0 + "=") }) {
          hide(argument + option.utf8.count + 1)
        }
      }
      isSecret = !isSecret && secretOptions.contains { strcmp($0, argument) == 0 }
    }
  }

  private static func hide(_ text: UnsafeMutablePointer<CChar>) {
    memset(text, Int32(UInt8(ascii: "x")), strlen(text))
  }
}
