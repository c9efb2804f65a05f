/// How a sandbox starts.
public struct SandboxConfiguration: Sendable {
  /// The port of the public app; 0 for any that is free.
  public var publicPort: Int
  /// The port of the admin app; 0 for any that is free.
  public var adminPort: Int
  /// True to serve both apps on the admin port; where both have a route, the admin one counts.
  public var singlePort: Bool
  /// The token that opens every admin route.
  public var adminToken: String
  /// How long a token is good, in seconds.
  public var tokenLifetime: Int
  /// How many failed logins in a row lock an account, or nil for any number
  /// (`lockout_failure_attempts`).
  public var lockoutFailureAttempts: Int?
  /// How long a lock holds after the last failed login, in seconds; 0 for until the account is
  /// unlocked (`lockout_duration`).
  public var lockoutDuration: Int
  /// Whether users must change a password that an administrator has set before it opens anything
  /// (`change_password_upon_first_use`).
  public var changePasswordUponFirstUse: Bool
  /// How many rows a list of v3 has at most, or nil for all; those of v2.0 are whole on every
  /// Keystone (`list_limit`).
  public var listLimit: Int?
  /// Whether names that differ by case, accents or blanks at the end are the same, as on MariaDB.
  public var comparesNamesAsMariaDB: Bool
  /// The faults that are armed from the start.
  public var faults: [Fault]
  /// Whether the recorder keeps the requests; a server that runs for long had better not.
  public var keepsRequests: Bool
  /// Gets each request as one line of JSON without its secrets, or nil to write none.
  public var recordLine: (@Sendable (String) -> Void)?

  /// Makes a configuration; as it stands, two free ports and the token `ADMIN`.
  public init(
    publicPort: Int = 0,
    adminPort: Int = 0,
    singlePort: Bool = false,
    adminToken: String = "ADMIN",
    tokenLifetime: Int = 3600,
    lockoutFailureAttempts: Int? = nil,
    lockoutDuration: Int = 1800,
    changePasswordUponFirstUse: Bool = false,
    listLimit: Int? = nil,
    comparesNamesAsMariaDB: Bool = false,
    faults: [Fault] = [],
    keepsRequests: Bool = true,
    recordLine: (@Sendable (String) -> Void)? = nil
  ) {
    self.publicPort = publicPort
    self.adminPort = adminPort
    self.singlePort = singlePort
    self.adminToken = adminToken
    self.tokenLifetime = tokenLifetime
    self.lockoutFailureAttempts = lockoutFailureAttempts
    self.lockoutDuration = lockoutDuration
    self.changePasswordUponFirstUse = changePasswordUponFirstUse
    self.listLimit = listLimit
    self.comparesNamesAsMariaDB = comparesNamesAsMariaDB
    self.faults = faults
    self.keepsRequests = keepsRequests
    self.recordLine = recordLine
  }
}

extension SandboxConfiguration: CustomReflectable {
  /// The ports alone, so that nothing dumps the token.
  public var customMirror: Mirror {
    Mirror(self, children: ["publicPort": publicPort, "adminPort": adminPort])
  }
}
