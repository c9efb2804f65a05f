import IdentityModel
import KeystoneClient
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct VerifyReportTests {
  @Test func `nothing to say but that nothing is wrong`() {
    #expect(
      VerifyReport(verification: .make()).text
        == "No drift: http://h:35357/v2.0 is as the seed says.\n"
    )
  }

  @Test func `plan, logins, catalogs, probes, warnings, verdict`() {
    let verification = Verification.make(
      plan: Plan(changes: [Change(.create, .role("admin"))]),
      logins: [
        .makeAccepted("glance"), .makeAccepted("nova"), .make(.wrongPassword, user: "x", in: nil),
        .make(.accepted(.empty, gaps: []), user: "empty", in: "t"),
      ],
      exposures: [.defaultToken],
      probes: [ProbeResult(url: "http://a:9292", outcome: .answered(status: 300))]
    )
    #expect(
      VerifyReport(verification: verification).text == """
        keystone-seed plans these changes to http://h:35357/v2.0:

          + role admin

        Plan: 1 to create, 0 to update, 0 to replace, 0 to delete.

        Logins:
          glance in service  ok
          nova in service    ok
          x                  the seed's password is wrong
          empty in t         ok

        Catalog of glance in service, nova in service:
          image  R\\x1b  public          http://a:9292
                        internal admin  http://b:9292

        Catalog of empty in t:
          (empty)

        What answers from here:
          http://a:9292  300

        Warnings:
          ! the token ADMIN opens the admin API (OSSN-0064): unset admin_token in keystone.conf

        Drift: http://h:35357/v2.0 is not as the seed says.

        """
    )
  }

  @Test func `what could not be checked is no verdict`() {
    let verification = Verification.make(logins: [.make(.failed(LoginCheck.failure))])
    let report = VerifyReport(verification: verification)
    #expect(report.text.hasSuffix("\nNot everything could be checked.\n"))
  }

  @Test func `problems are red on a terminal`() {
    let verification = Verification.make(logins: [.make(.userDisabled), .makeAccepted()])
    let report = VerifyReport(verification: verification, style: Style(isColored: true))
    #expect(report.text.contains("\u{1B}[31mnova in service  the user is disabled\u{1B}[0m"))
    #expect(report.text.contains("  nova in service  ok\n"))
  }

  @Test func `what does not fit stands below its row`() {
    let verification = Verification.make(
      logins: [.makeAccepted("glance"), .make(.passwordToBeChanged, user: "nova")],
      exposures: [.bareToken]
    )
    #expect(
      VerifyReport(verification: verification, width: 40).text == """
        Logins:
          glance in service  ok
          nova in service
              the seed's password is right, and
              must be changed by the user first
              (change_password_upon_first_use,
              or it has expired)

        Catalog of glance in service:
          image  R\\x1b
              public          http://a:9292
              internal admin  http://b:9292

        Warnings:
          ! the token in use is Keystone's
            admin_token, which never ends and
            has no user behind it: unset it once
            a user has the role admin

        Drift: http://h:35357/v2.0 is not as the seed says.

        """
    )
  }

  @Test func `what several catalogs differ in is said once`() {
    let verification = Verification.make(
      logins: [
        .makeAccepted("glance", gaps: [.glance, .otherURL]), .makeAccepted("ann"),
        .makeAccepted("nova", gaps: [.glance, .otherURL]), .makeAccepted("eve", gaps: [.glance]),
      ]
    )
    let text = VerifyReport(verification: verification).text
    #expect(
      text.hasPrefix(
        """
        Logins:
          glance in service  ok, but the catalog is not as the seed says, see below
          ann in service     ok
          nova in service    ok, but the catalog is not as the seed says, see below
          eve in service     ok, but the catalog lacks image/glance in R (public, admin)

        Not as the seed says in the catalog of glance in service, nova in service:
          lacks image/glance in R (public, admin)
          internal of image/glance in R is http://other, and the seed says http://i

        Catalog of glance in service, ann in service, nova in service, eve in service:
        """
      )
    )
    let quiet = VerifyReport(
      verification: verification,
      isQuiet: true,
      width: 60,
      style: Style(isColored: true)
    ).text
    #expect(
      quiet.contains(
        """
          \u{1B}[31minternal of image/glance in R is http://other, and the\u{1B}[0m
          \u{1B}[31m    seed says http://i\u{1B}[0m

        """
      )
    )
  }
}
