@testable import KeystoneSeedCLI

/// Swift Testing has a type of this name too.
typealias ExitStatus = KeystoneSeedCLI.ExitStatus
