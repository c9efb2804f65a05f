import Testing
@testable import KeystoneSandbox
