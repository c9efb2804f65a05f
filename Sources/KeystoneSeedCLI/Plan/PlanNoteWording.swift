import IdentityModel
import KeystoneClient
import Reconciliation

/// What a plan says beside its changes, in words.
enum PlanNoteWording {
  /// The note as one line, harmless for a terminal.
  static func text(of note: PlanNote, backend: String) -> String {
    TerminalText.harmless(plainText(of: note, backend: backend))
  }

  private static func plainText(of note: PlanNote, backend: String) -> String {
    let named = { (key: ResourceKey) in key.words(over: backend) }
    return switch note {
    case .unmanageable(.endpoint(let key), let id) where key.isFromFile(id: id):
      "\(named(.endpoint(key))) stays as it is: it comes from a file on the server (the "
        + "templated catalog), which no API can change"
    case .unmanageable(let key, let id):
      "\(named(key)), id \(id), stays as it is: it was made through v3, and \(backend) can neither "
        + "change nor delete it; v3 can"
    case .pinned(let key, let endpoint) where KeystoneClient.problem(withID: endpoint) != nil:
      "\(named(key)) stays as it is: its endpoint with the ID \(shownID(endpoint)) would go with it, "
        + "and no request can name that ID"
    case .pinned(let key, let endpoint):
      "\(named(key)) stays as it is: its endpoint \(endpoint) was made through v3, would go with it, "
        + "and \(backend) could not make it again"
    case .disabled(let key, let id):
      "\(named(key)), id \(id), is disabled, so users do not see all of it, and \(backend) cannot "
        + "enable it; v3 can: openstack \(key.kind.rawValue) set --enable \(id)"
    case .enabledByReplacement(let key, let id):
      "\(named(key)), id \(id), is disabled, and the new one that replaces it is not: users will see "
        + "it again"
    case .strayInterface(let key, let interface, let id, let url):
      "\(named(.endpoint(key))) has another \(interface.rawValue) URL, "
        + "\(ShownURL(url.text).text), id \(id), which \(backend) does not list and users may see in "
        + "place of the seed's; v3 can delete it: openstack endpoint delete \(id)"
    case .unreachable(let key, let id):
      "\(named(key)) is left alone: its ID is \(shownID(id)), which no request can name, so that "
        + "nothing of it can be read or changed"
    case .unreachableNotPruned(let key, let id):
      "\(named(key)) is not pruned: its ID is \(shownID(id)), which no request can name"
    case .missingInDirectory(let key, let live?):
      "\(named(key)) does not exist, but \(live.shown) does, which is the same name in LDAP: "
        + "write \(live.shown)"
    case .ownPasswordKept(let user):
      "the password of user \(user.shown), as whom this run works, is not set: here a user has to change "
        + "what an administrator sets before it opens anything (change_password_upon_first_use); "
        + "change it as that user, over v3: openstack user password set"
    case .ownPasswordSet(let user):
      "the password of user \(user.shown), as whom this run works, is set, last of all, which ends every "
        + "session and token of that user; with change_password_upon_first_use, which cannot be "
        + "asked beforehand, it opens nothing before it is changed over v3, to the same: that is "
        + "tried, and may be refused (unique_last_password_count)"
    case .notPrunedInDirectory(let keys, let domain):
      "--prune skips \(DirectoryWording.list(keys)): "
        + "\(DirectoryWording.dwellers(of: domain?.text, over: backend)) live in LDAP, which Keystone only "
        + "reads"
    case .ambiguous(let key, let count):
      "\(count) live \(key.kind.nouns(over: backend)) are named \(key.shown); none of them is changed"
    case .firstPasswordsKept(let users):
      "--unlock leaves \(LoginWording.users(users)) alone, locked or not: a first password (set: "
        + "once) is neither tried nor set again"
    case .passwordLacking(let user, let reason, let place):
      "apply will need the password of user \(user.shown), and \(reason) (\(place))"
    case .passwordsOfReadOnlyUsers(let users):
      "the passwords of \(LoginWording.users(users)) are not checked: their IDs are not Keystone's, "
        + "so they live in LDAP, where nothing can be set; --verify-passwords checks them too"
    case .refusedLogins(let users):
      "the login of \(LoginWording.users(users)) was refused, which counts towards a lock-out where "
        + "Keystone has one (lockout_failure_attempts); --no-verify-passwords logs in as nobody"
    case .passwordCheckFailed(let user, let reason):
      "user \(user.shown) is left alone, since the password could not be checked: \(reason)"
    case .twin(let key, let live):
      "\(named(key)) does not exist, but \(live.shown) does; on MySQL creating it may fail, since "
        + "names there ignore case, accents and trailing blanks"
    case .adopted(let key, let live, let id):
      "\(named(key)) is \(live.shown) here, id \(id): the database takes the two names for one, so that "
        + "it is used as it is and keeps its name"
    case .besideTwin(let key, let live):
      "\(named(key)) does not exist, but \(live.shown) does: the database tells the two apart, and it is "
        + "made beside it"
    case .immutable(let key, let id, let fields):
      "\(named(key)), id \(id), stays as it is: it is immutable"
        + (fields.isEmpty ? "" : " (\(Self.words(fields, backend)))")
        + "; openstack \(Self.command(for: key.kind)) set --no-immutable \(id) opens it to changes"
    case .staysBelow(let key, let id, let live, let declared):
      "\(named(key)), id \(id), stays "
        + (live.map { "below \($0.shown)" } ?? "at the top of its domain")
        + ", not below \(declared.shown): Keystone gives nothing another parent"
    case .immutableNotPruned(let key, let id):
      "\(named(key)) is not pruned: it is immutable; openstack \(Self.command(for: key.kind)) set "
        + "--no-immutable \(id) opens it to changes"
    case .limitsGivenBack(let key, let count):
      "\(named(key)) cannot be changed while anybody has a limit of its own for it: "
        + (count == 1 ? "that of one is" : "those of \(count) are") + " taken away and given back"
    case .limitHeld(let key, let holders, let fields, let isPruned):
      limitHeld(key, holders, fields, isPruned, backend)
    case .twinNotPruned(let key, let declared):
      "\(named(key)) is not pruned: a Keystone on MySQL takes it for \(declared.shown), which is "
        + "declared; list it under absent if it has to go"
    case .startsEmpty(let key, let departure):
      startsEmpty(key, departure, backend)
    case .takesAlong(let key, _, let residents) where key.kind == .domain:
      takesAlong(named(key), residents, backend)
    case .takesAlong(let key, _, _):
      "\(named(key)) is taken from everybody who has it, users that the seed does not declare among them"
        + (backend == IdentityVersion.v3.rawValue
          ? ", and its implications go with it" : "")
    case .regionNotPruned(let region, let count):
      "the seed does not declare region \(region.shown), so its "
        + (count == 1 ? "endpoint is" : "\(count) endpoints are") + " not pruned"
    case .originUnknown:
      "v3 refuses to list its endpoints, so that one which was made through v3 cannot be told: "
        + "\(backend) can neither change nor delete it"
    case .interfacesUnknown(let endpoints, let reason):
      "whether an interface of \(list(endpoints)) is disabled by itself, or has a second URL, is not "
        + "known: \(words(reason)); what \(backend) lists was compared"
    case .consequencesUnknown(.unread(let reason)):
      "who gains and who loses which roles by these changes is not known: \(reason)"
    case .consequencesUnknown(.tooMany(let most)):
      "who gains and who loses which roles by these changes is not told: they concern more than \(most) "
        + "roles of users"
    case .listGap(let gap):
      DirectoryWording.gap(gap)
    case .holderIsGone(let holder, let assignments, let reason):
      DirectoryWording.gone(holder, assignments, reason)
    case .domainDisabled(let id, let users):
      domainDisabled(id, users)
    case .sharesType(let key, let url, let neighbor):
      "users of \(words(neighbor)) in \(key.region.text.isEmpty ? "no region" : key.region.shown) "
        + "may be sent to \(key.service.shown) at \(ShownURL(url.text).text): a catalog shows one entry "
        + "for a type and region"
    case .nearType(let key, let neighbor):
      "service \(key.shown) is new, and \(words(neighbor)) is live: is one type a slip? Clients look for "
        + "the exact type"
    case .regionDiffersOnlyByCase(let region, let live):
      "region \(region.shown) of the seed is not the live region \(live.shown): clients compare case, so users "
        + "of \(live.shown) do not see what is in \(region.shown)"
    case .withoutPassword, .passwordOfDisabledUser, .passwordOfLockedUser, .unlocksUser,
      .passwordToBeChanged, .missingInDirectory(_, live: nil), .heldInDirectory, .staysInDirectory,
      .indirect, .kindNotPruned:
      repeated(note, backend)
    }
  }

  private static func takesAlong(
    _ domain: String,
    _ residents: Residents?,
    _ backend: String
  ) -> String {
    guard let counts = residents?.counts else {
      return "\(domain) takes along all that lives in it: projects, groups and users"
    }
    guard !counts.isEmpty else { return "nothing lives in \(domain)" }
    let counted = Residents.kinds.map(\.kind).compactMap { kind in
      counts[kind].map { "\($0) \($0 == 1 ? kind.noun(over: backend) : kind.nouns(over: backend))" }
    }
    return "\(domain) takes along what lives in it: \(counted.joined(separator: ", "))"
  }

  private static func limitHeld(
    _ key: ResourceKey,
    _ holders: [LimitHolder],
    _ fields: [FieldChange],
    _ isPruned: Bool,
    _ backend: String
  ) -> String {
    let most = 3
    let names = holders.prefix(most).map(\.shown).joined(separator: ", ")
    let rest = holders.count > most ? " and \(holders.count - most) more" : ""
    let have = holders.count == 1 ? "has a limit of its own" : "have limits of their own"
    let verb = fields.isEmpty ? "deleted" : "changed"
    let change = fields.isEmpty ? "" : " (\(words(fields, backend)))"
    return
      "\(key.words(over: backend)) \(isPruned ? "is not pruned: it cannot" : "stays as it is\(change): it cannot") "
      + "be \(verb) while \(names)\(rest) \(have) for it; declare these, or list them under absent"
  }

  /// What may be said of several objects at once.
  private static func repeated(_ note: PlanNote, _ backend: String) -> String {
    guard let repeated = RepeatedNote.of(note, over: backend) else { return "" }
    return repeated.sort.text(of: [repeated.subject], in: repeated.domain?.text, over: backend)
  }

  private static func domainDisabled(_ id: String, _ users: [QualifiedName]) -> String {
    let isOne = users.count == 1
    return "domain \(id) is disabled: nobody who lives there can log in, so the "
      + "\(isOne ? "password" : "passwords") of \(LoginWording.users(users)) "
      + "\(isOne ? "was not checked and is" : "were not checked and are") not set; v3 can enable it: "
      + "openstack domain set --enable \(id)"
  }

  /// What the `openstack` command calls a kind.
  private static func command(for kind: ResourceKind) -> String {
    kind == .tenant ? "project" : kind.rawValue
  }

  private static func shownID(_ id: String) -> String { id.isEmpty ? "empty" : id }

  private static let mostEndpoints = 20

  private static func list(_ endpoints: [EndpointKey]) -> String {
    let shown = endpoints.prefix(mostEndpoints).map(\.shown).joined(separator: ", ")
    let rest = endpoints.count - mostEndpoints
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  private static func words(_ reason: UnknownInterfaces.Reason) -> String {
    switch reason {
    case .refused(let answer): "v3 does not list its endpoints (\(answer))"
    case .cutOff:
      "v3 cuts its lists off, even those of one interface (list_limit in the server's keystone.conf)"
    }
  }

  static func words(_ fields: [FieldChange], _ backend: String) -> String {
    fields.map { change in
      let field = change.field.noun(over: backend)
      return switch change.to {
      case .secret: "\(field): the seed's is wrong"
      case let value:
        "\(field): \(PlanReport.shown(change.from)), in the seed "
          + PlanReport.shown(value)
      }
    }.joined(separator: "; ")
  }

  private static func words(_ neighbor: LiveNeighbor) -> String {
    let remarks = [
      neighbor.url.map { "at \(ShownURL($0.text).text)" },
      neighbor.isDeclared ? nil : "not the seed's own",
    ].compactMap { $0 }
    return neighbor.service.shown
      + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
  }

  private static func startsEmpty(
    _ key: ResourceKey,
    _ departure: PlanNote.Departure,
    _ backend: String
  ) -> String {
    let count = departure.assignments
    let grants = count == 0 ? "" : ", \(count) known assignment\(count == 1 ? "" : "s")"
    let loss = key.kind == .tenant ? "machines, volumes and networks" : "keys, trusts and stacks"
    return
      "\(key.words(over: backend)) is new and empty, not \(departure.name.shown) renamed: what hangs on "
      + "\(departure.name.shown) goes with it or is left without an owner (id \(departure.id): its "
      + "\(loss)\(grants)); to rename it, write was: \(departure.name.shown)"
  }
}
