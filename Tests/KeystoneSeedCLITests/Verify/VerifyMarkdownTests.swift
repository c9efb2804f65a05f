import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct VerifyMarkdownTests {
  @Test func `the verdict, counts, what is wrong, and the rest folded`() {
    let verification = Verification.make(
      plan: Plan(changes: [Change(.create, .role("admin"))]),
      logins: [
        .makeAccepted("glance"), .make(.wrongPassword, user: "x|`", in: nil),
        .make(.failed(LoginCheck.failure), user: "y"),
      ],
      exposures: [.unknownPasswords(["<b>"])],
      probes: [ProbeResult(url: "http://a:9292", outcome: .answered(status: 300))]
    )
    let error = verification.errorMessages.map(\.summary)
    let unknown = VerifyWording.text(of: .failed(LoginCheck.failure), over: "v2.0")
    #expect(
      VerifyMarkdown(verification: verification).text == """
        ### keystone-seed verify

        **Drift: the Keystone is not as the seed says.** Identity v2.0 at `http://h:35357/v2.0`.

        | Check | Good | Not good | Not known |
        | --- | ---: | ---: | ---: |
        | changes that a plan would make |  | 1 |  |
        | logins | 1 | 1 | 1 |
        | warnings |  | 1 |  |

        **Could not be checked:**

        - `\(error[0])`

        **Logins that fail:**

        - ``x|`                the seed's password is wrong``

        **Warnings:**

        - `enabled, and the seed has no password: <b>`

        **Plan: 1 to create, 0 to update, 0 to replace, 0 to delete.** Identity v2.0 at \
        `http://h:35357/v2.0`.

        | Kind | create | update | replace | delete |
        | --- | ---: | ---: | ---: | ---: |
        | roles | 1 |  |  |  |

        <details>
        <summary>All changes</summary>

        ```diff
        + role admin
        ```

        </details>

        <details>
        <summary>Logins</summary>

        ```diff
        glance in service  ok
        x|`                the seed's password is wrong
        y in service       \(unknown)
        ```

        </details>

        <details>
        <summary>Catalogs</summary>

        ```diff
        Catalog of glance in service:
          image  R\\x1b  public          http://a:9292
                        internal admin  http://b:9292
        ```

        </details>

        <details>
        <summary>What answers</summary>

        ```diff
        http://a:9292  300
        ```

        </details>

        """
    )
  }

  @Test func `a cloud that is as its seed says is a few lines`() {
    let page = VerifyMarkdown(verification: .make()).text
    #expect(page.contains("**No drift.** Identity v2.0 at `http://h:35357/v2.0`."))
    #expect(!page.contains("<details>"))
  }

  @Test func `what could not be checked is no verdict`() {
    let verification = Verification.make(logins: [.make(.failed(LoginCheck.failure))])
    let page = VerifyMarkdown(verification: verification).text
    #expect(page.contains("**Not everything could be checked.** "))
  }

  @Test func `what several catalogs differ in is said once`() {
    let logins = ["glance", "nova"].map { LoginCheck.makeAccepted($0, gaps: [.glance]) }
    let page = VerifyMarkdown(verification: .make(logins: logins)).text
    #expect(
      page.contains(
        """
        **Catalogs that differ from the seed:**

        - `Not as the seed says in the catalog of glance in service, nova in service:`
        - `lacks image/glance in R (public, admin)`

        """
      )
    )
    #expect(page.ranges(of: "lacks image/glance").count == 1)
  }
}
