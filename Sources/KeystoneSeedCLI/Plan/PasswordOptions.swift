import ArgumentParser

/// What plan, apply and verify may be told about logging in as the users of the seed.
struct PasswordOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Do not log in as each user to see whether its password is the seed's.",
      discussion:
        "Passwords of existing users stay as they are; plan and verify do not read any."
    )
  )
  var noVerifyPasswords = false

  @Flag(
    help: ArgumentHelp(
      "Log in as users who live in LDAP as well.",
      discussion: """
        Nothing can be set there, and a wrong password counts as up to three failed logins in the \
        directory, so that they are left out otherwise.
        """
    )
  )
  var verifyPasswords = false

  /// The advice for a run that lacks the passwords that a seed names.
  static let adviceWithoutPasswords =
    "  --no-verify-passwords goes without them: it logs in as nobody, and says nothing of passwords.\n"

  /// Whether logins check the passwords.
  var areChecked: Bool { !noVerifyPasswords }

  func validate() throws {
    if noVerifyPasswords, verifyPasswords {
      throw ValidationError("--verify-passwords and --no-verify-passwords exclude each other.")
    }
  }
}
