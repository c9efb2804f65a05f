extension Refusal {
  /// Whether it is about where users live, such as LDAP, and stays until somebody mends that.
  ///
  /// Keystone answers 500, as it does while its database fails; the texts are those of
  /// `keystone.identity.backends.ldap`: more users than the directory lists in one go, and a
  /// bind password that it does not take.
  public var isLastingBackendFailure: Bool {
    guard status == 500, speaker == .keystone else { return false }
    return exceedsSizeLimit
      || message.contains("Unable to authenticate against Identity backend")
  }

  /// Whether it says that a directory has more users or groups than it lists in one go.
  public var exceedsSizeLimit: Bool {
    status == 500 && speaker == .keystone && message.contains("exceeded size limit")
  }

  /// Whether it says that a user of one back end cannot be in a group of another one
  /// (`keystone.exception.CrossBackendNotAllowed`).
  public var isAcrossBackEnds: Bool {
    status == 403 && speaker == .keystone
      && message.hasPrefix("Group membership across backend boundaries is not allowed.")
  }

  /// Whether it says nothing but that something may not be done, as Keystone does of objects that it
  /// can only read; the refusal of a policy names it (releases before Kilo name none).
  public var namesNoPolicy: Bool {
    status == 403 && speaker == .keystone
      && message.hasSuffix("You are not authorized to perform the requested action.")
  }
}
