/// Why an operation did not give what was asked for: facts, to be worded by whoever shows them.
///
/// No part of it holds a secret, and no text of it a control character, so that all of it may be
/// printed on a terminal.
public struct KeystoneError: Error, Hashable, Sendable {
  /// The request that it is about, nil where none was sent.
  public let request: RequestSummary?
  /// What went wrong.
  public let reason: Reason

  /// Makes an error.
  public init(_ reason: Reason, of request: RequestSummary? = nil) {
    self.request = request
    self.reason = reason
  }

  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no complete answer.
    case transport(TransportError)
    /// The answer says no: a status of 400 or more.
    case refused(Refusal)
    /// The answer says yes, or nothing known, and cannot be read.
    case unreadable(UnreadableAnswer, status: Int)
    /// The answer sends elsewhere, to that server or path, and was not followed.
    case redirected(to: String, status: Int)
    /// The answer is 300: the address lacks the version, so that Keystone lists what it serves.
    case multipleChoices
    /// The address serves v2.0, though not its admin API: it is the public one, as on port 5000.
    case notTheAdminAPI
    /// The address does not serve v2.0 at all; releases from Queens on no longer do.
    case notIdentityV2
    /// The Keystone at that root serves other versions of the API, and not the one that is spoken.
    case otherVersions([String], root: String)
    /// The answer is a list of versions, and not Keystone's: another service's, with these.
    case otherService([String])
    /// There is nothing of Keystone's at the address; what is sought is at that one of the same host.
    case keystoneElsewhere(String)
    /// The login names no tenant, and a token for none opens no admin route.
    case unscopedLogin
    /// The catalog has no identity admin URL in that region, only in these.
    case noAdminURL(region: String, regions: [String])
    /// The catalog has identity admin URLs in several regions, and none was named.
    case severalAdminURLs(regions: [String])
    /// The login is over https and the catalog's admin URL is http: the token was not sent there.
    case plainAdminURL(String)
    /// An ID that no object can have: empty, or one that would change the path.
    ///
    /// An empty one is dangerous: `GET /tenants/` lists them all.
    case unusableID(String)
    /// An update that sets nothing, which Keystone refuses for tenants.
    case nothingToSend
  }
}
