/// How a sandbox starts.
public struct SandboxConfiguration: Sendable {
  /// Whose routes, rules and traps it has.
  public var release: SandboxRelease
  /// The port of the public app; 0 for any that is free.
  public var publicPort: Int
  /// The port of the admin app, which nothing after Pike has; 0 for any that is free.
  public var adminPort: Int
  /// True to serve both apps on the admin port; where both have a route, the admin one counts.
  public var singlePort: Bool
  /// The token that opens every admin route; empty for none.
  public var adminToken: String
  /// The password of the user admin in what `keystone-manage bootstrap` makes, or nil to start
  /// empty.
  public var adminPassword: String?
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
  /// How many rows the newest release reads for one answer, without a word of what it leaves out
  /// (`max_db_limit`).
  public var databaseLimit: Int
  /// Whether names that differ by case, accents or blanks at the end are the same, as on MariaDB.
  public var comparesNamesAsMariaDB: Bool
  /// The faults that are armed from the start.
  public var faults: [Fault]
  /// Whether the recorder keeps the requests; a server that runs for long had better not.
  public var keepsRequests: Bool
  /// Gets each request as one line of JSON without its secrets, or nil to write none.
  public var recordLine: (@Sendable (String) -> Void)?

  /// Makes a configuration; as it stands, Pike on two free ports with the token `ADMIN`.
  ///
  /// Nil for the admin token means the release's own, which after Pike is none.
  public init(
    release: SandboxRelease = .pike,
    publicPort: Int = 0,
    adminPort: Int = 0,
    singlePort: Bool = false,
    adminToken: String? = nil,
    adminPassword: String? = nil,
    tokenLifetime: Int = 3600,
    lockoutFailureAttempts: Int? = nil,
    lockoutDuration: Int = 1800,
    changePasswordUponFirstUse: Bool = false,
    listLimit: Int? = nil,
    databaseLimit: Int = 1000,
    comparesNamesAsMariaDB: Bool = false,
    faults: [Fault] = [],
    keepsRequests: Bool = true,
    recordLine: (@Sendable (String) -> Void)? = nil
  ) {
    self.release = release
    self.publicPort = publicPort
    self.adminPort = adminPort
    self.singlePort = singlePort
    self.adminToken = adminToken ?? release.adminToken
    self.adminPassword = adminPassword
    self.tokenLifetime = tokenLifetime
    self.lockoutFailureAttempts = lockoutFailureAttempts
    self.lockoutDuration = lockoutDuration
    self.changePasswordUponFirstUse = changePasswordUponFirstUse
    self.listLimit = listLimit
    self.databaseLimit = databaseLimit
    self.comparesNamesAsMariaDB = comparesNamesAsMariaDB
    self.faults = faults
    self.keepsRequests = keepsRequests
    self.recordLine = recordLine
  }
}

extension SandboxConfiguration: CustomReflectable {
  /// The ports alone, so that nothing dumps the token or the password.
  public var customMirror: Mirror {
    Mirror(self, children: ["publicPort": publicPort, "adminPort": adminPort])
  }
}
