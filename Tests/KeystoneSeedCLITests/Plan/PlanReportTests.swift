import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct PlanReportTests {
  private static let image = EndpointKey(
    service: ServiceKey(type: "image", name: "glance"),
    region: "regionOne"
  )
  private static let compute = EndpointKey(
    service: ServiceKey(type: "compute", name: "nova"),
    region: "regionOne"
  )

  private static let changes = [
    Change(.delete, .endpoint(compute), liveID: "127fa3f0", reason: .duplicate),
    Change(
      .replace,
      .endpoint(image),
      liveID: "a1",
      fields: [
        FieldChange(
          .publicURL,
          from: .template(URLTemplate("http://192.0.2.1:9292")),
          to: .template(URLTemplate("http://203.0.113.10:9292"))
        )
      ]
    ),
    Change(
      .update,
      .user("glance"),
      liveID: "u1",
      fields: [
        FieldChange(.email, from: .text("old@example.com"), to: .text("glance@example.com"))
      ]
    ),
    Change(
      .create,
      .user("nova"),
      fields: [
        FieldChange(.email, to: .text("nova@example.com")),
        FieldChange(.password, to: .secret),
        FieldChange(.enabled, to: .flag(true)),
      ]
    ),
    Change(.create, .tenant("service")),
  ]

  @Test func rowsThatLeaveADuplicateOfTheirServiceSaySoOnce() {
    func row(_ interface: EndpointInterface, _ fields: FieldChange...) -> Change {
      let key = EndpointKey(
        service: Self.image.service,
        region: Self.image.region,
        interface: interface
      )
      return Change(.update, .endpoint(key), liveID: interface.rawValue, fields: fields)
    }
    let leaving = FieldChange(.service, from: .text("old"), to: .text("new"))
    let url = FieldChange(
      .publicURL,
      from: .template(URLTemplate("http://old")),
      to: .template(URLTemplate("http://new"))
    )
    let changes = [row(.public, url), row(.internal, leaving), row(.admin, leaving)]
    let plan = ShownPlan(Plan(changes: changes), address: "http://k/v3", backend: "v3")
    #expect(
      PlanReport(plan).text.split(separator: "\n").dropFirst() == [
        "  ~ endpoint image/glance in regionOne    moves off a duplicate of its service, id old",
        "      public      http://old -> http://new",
        "Plan: 0 to create, 1 to update, 0 to replace, 0 to delete.",
      ]
    )
  }

  @Test func tenantsAreProjectsOverV3AndTheVersionThatWasFoundIsSaid() {
    var report = PlanReport(
      ShownPlan(
        Plan(
          changes: [
            Change(.create, .tenant("service")),
            Change(.create, .user("nova"), fields: [FieldChange(.tenant, to: .text("service"))]),
          ]
        ),
        address: "http://k/v3",
        backend: "v3"
      )
    )
    let text = """
      keystone-seed plans these changes to http://k/v3:

        + project service
        + user nova
            project     service

      Plan: 2 to create, 0 to update, 0 to replace, 0 to delete.

      """
    #expect(report.text == text)
    report.isVersionOffered = true
    #expect(report.text == text)
    let empty = PlanReport(
      ShownPlan(
        Plan(changes: [], unmanagedCount: 1),
        address: "http://k/v3",
        backend: "v3"
      ),
      isVersionOffered: true
    )
    #expect(
      empty.text
        == "No changes. 1 unmanaged object is left alone. Identity v3, at http://k/v3.\n"
    )
  }

  private func report(_ plan: Plan, style: Style = .plain) -> String {
    PlanReport(
      ShownPlan(plan, address: "http://127.0.0.1:35357/v2.0", backend: "v2.0"),
      style: style
    ).text
  }

  @Test func showsEveryKindOfChangeAndCountsThem() {
    let text = report(Plan(changes: Self.changes, unmanagedCount: 3))
    #expect(
      text == """
        keystone-seed plans these changes to http://127.0.0.1:35357/v2.0:

          + tenant service
          + user nova
              email       nova@example.com
              password    (sensitive)
              enabled     true
          ~ user glance
              email       old@example.com -> glance@example.com
          +/- endpoint image/glance in regionOne    v2.0 cannot change an endpoint: the new one \
        is made first
              public      http://192.0.2.1:9292 -> http://203.0.113.10:9292
          - endpoint compute/nova in regionOne      duplicate, id 127fa3f0

        Plan: 2 to create, 1 to update, 1 to replace, 1 to delete. 3 unmanaged objects are left \
        alone.

        """
    )
  }

  @Test(arguments: [
    (0, "No changes.\n"),
    (1, "No changes. 1 unmanaged object is left alone.\n"),
    (2, "No changes. 2 unmanaged objects are left alone.\n"),
  ])
  func saysThatThereIsNothingToDo(unmanaged: Int, text: String) {
    #expect(report(Plan(changes: [], unmanagedCount: unmanaged)) == text)
  }

  @Test func namesWhatCannotBeManaged() {
    let plan = Plan(
      changes: [],
      notes: [
        .unmanageable(.endpoint(Self.image), id: "e1"), .ambiguous(.user("alice"), count: 20),
      ]
    )
    #expect(
      report(plan) == """
          x 20 live users are named alice; none of them is changed
          ! endpoint image/glance in regionOne, id e1, stays as it is: it was made through v3, and \
        v2.0 can neither change nor delete it; v3 can
        No changes can be made; see the notes above.

        """
    )
  }

  @Test func spellsOutWhatATerminalWouldObey() {
    let plan = Plan(changes: [
      Change(
        .create,
        .user("evil\u{1B}[2J"),
        fields: [FieldChange(.email, to: .text("a\nb"))]
      )
    ])
    let text = report(plan)
    #expect(text.contains("+ user evil\\x1b[2J\n"))
    #expect(text.contains("email       a\\nb\n"))
  }

  @Test func coloursOnlyWhereItIsAskedTo() {
    let plan = Plan(changes: Self.changes)
    #expect(!report(plan).contains("\u{1B}"))
    #expect(report(plan, style: Style(isColored: true)).contains("\u{1B}[32m  + tenant service"))
  }

  @Test func saysWhoHasWhichRoleWhere() {
    let plan = Plan(changes: [
      Change(.create, .assignment(RoleAssignment(user: "nova", tenant: "service", role: "admin")))
    ])
    #expect(report(plan).contains("  + assignment nova has admin in service\n"))
  }

  @Test func showsWhatAFieldWithNothingInItHolds() {
    let plan = Plan(changes: [
      Change(
        .update,
        .tenant("a"),
        liveID: "1",
        fields: [FieldChange(.description, from: nil, to: .text("x"))]
      )
    ])
    #expect(report(plan).contains("      description (none) -> x\n"))
  }

  private static let move = FieldChange(
    .publicURL,
    from: .template(URLTemplate("http://controller.example.com:8774/v2/$(tenant_id)s")),
    to: .template(URLTemplate("https://cloud.example.com:8774/v2.1/$(tenant_id)s"))
  )

  private func narrow(_ plan: Plan) -> String {
    let shown = ShownPlan(plan, address: "http://127.0.0.1:35357/v2.0", backend: "v2.0")
    return PlanReport(shown, width: 80).text
  }

  @Test func oldAndNewStandBelowEachOtherWhereTheyDoNotFit() {
    let change = Change(.replace, .endpoint(Self.compute), liveID: "1", fields: [Self.move])
    let text = narrow(Plan(changes: [change]))
    #expect(
      text.contains(
        """
          +/- endpoint compute/nova in regionOne
              v2.0 cannot change an endpoint: the new one is made first
              public      http://controller.example.com:8774/v2/$(tenant_id)s
                       -> https://cloud.example.com:8774/v2.1/$(tenant_id)s

        """
      )
    )
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func whatIsSoOfSeveralIsSaidOnce() {
    let reason = "v2.0 cannot change an endpoint: the new one is made first"
    let changes = [Self.image, Self.compute].map { key in
      Change(.replace, .endpoint(key), liveID: "1", fields: [Self.move])
    }
    let text = report(Plan(changes: changes, notes: [.withoutPassword("eve")]))
    #expect(text.contains("  +/- endpoint image/glance in regionOne\n"))
    #expect(text.contains("\n\n  +/- \(reason)\n  ! user eve gets no password"))
    #expect(text.ranges(of: reason).count == 1)
  }

  @Test func notesAreBrokenBetweenWords() {
    let text = narrow(Plan(changes: [], notes: [.unmanageable(.endpoint(Self.image), id: "e1")]))
    #expect(
      text == """
          ! endpoint image/glance in regionOne, id e1, stays as it is: it was made
            through v3, and v2.0 can neither change nor delete it; v3 can
        No changes can be made; see the notes above.

        """
    )
  }

  @Test func dangerIsYellowOrRed() {
    let notes: [PlanNote] = [.takesAlong(.role("r"), id: "1"), .withoutPassword("eve")]
    let text = report(Plan(changes: [], notes: notes), style: Style(isColored: true))
    #expect(text.contains("\u{1B}[33m  ! role r is taken from everybody"))
    #expect(text.contains("\u{1B}[36m  ! user eve gets no password"))
  }

  @Test func whatGoesIsCountedInRed() {
    let text = report(
      Plan(changes: Self.changes, unmanagedCount: 3),
      style: Style(isColored: true)
    )
    #expect(
      text.hasSuffix(
        "\u{1B}[1mPlan: 2 to create, 1 to update, 1 to replace, \u{1B}[0m\u{1B}[31m1 to delete\u{1B}[0m"
          + "\u{1B}[1m.\u{1B}[0m 3 unmanaged objects are left alone.\n"
      )
    )
    let harmless = report(
      Plan(changes: [Change(.create, .tenant("a"))]),
      style: Style(isColored: true)
    )
    #expect(harmless.hasSuffix("0 to replace, 0 to delete.\u{1B}[0m\n"))
  }

  @Test func theEndIsBrokenBetweenWords() {
    let plan = Plan(changes: Self.changes, unmanagedCount: 13)
    #expect(
      narrow(plan).hasSuffix(
        """

        Plan: 2 to create, 1 to update, 1 to replace, 1 to delete.
        13 unmanaged objects are left alone.

        """
      )
    )
  }

  @Test func remarksThatDoNotFitMoveNoOthers() {
    let long = EndpointKey(
      service: ServiceKey(type: "container-infrastructure-management", name: "magnum"),
      region: "regionOne"
    )
    let id = "127fa3f046c142c5a83122c68ac9ae79"
    let changes = [
      Change(.delete, .endpoint(long), liveID: id, reason: .unmanaged),
      Change(.delete, .endpoint(Self.image), liveID: id, reason: .declaredAbsent),
      Change(.delete, .user("placement"), liveID: id, reason: .unmanaged),
    ]
    #expect(
      narrow(Plan(changes: changes)).contains(
        """
          - endpoint container-infrastructure-management/magnum in regionOne
              unmanaged, id 127fa3f046c142c5a83122c68ac9ae79
          - endpoint image/glance in regionOne    declared absent
          - user placement    unmanaged, id 127fa3f046c142c5a83122c68ac9ae79

        """
      )
    )
  }

  @Test func aLongNewURLBeginsFurtherToTheLeft() {
    let url = "https://cloud.example.com:9393/a/rather/long/path/for/images/$(tenant_id)s"
    let move = FieldChange(
      .publicURL,
      from: .template(URLTemplate("http://old")),
      to: .template(URLTemplate(url))
    )
    let change = Change(.replace, .endpoint(Self.image), liveID: "1", fields: [move])
    #expect(narrow(Plan(changes: [change])).contains("http://old\n      -> \(url)\n"))
  }

  @Test func aRefusedLoginIsYellow() {
    let plan = Plan(changes: [], notes: [.refusedLogins(["nova"])])
    let text = report(plan, style: Style(isColored: true))
    #expect(text.contains("\u{1B}[33m  ! the login of user nova was refused"))
  }

  @Test func whatManyHaveInCommonIsOneNote() {
    let plan = Plan(changes: [], notes: [.withoutPassword("ann"), .withoutPassword("eve")])
    #expect(
      report(plan)
        == "  ! users ann, eve get no password: nobody can log in as them\nNo changes.\n"
    )
  }
}
