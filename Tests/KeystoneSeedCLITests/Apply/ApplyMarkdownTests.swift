import Convergence
import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct ApplyMarkdownTests {
  private static func page(_ result: ApplyResult, _ plan: Plan = Plan(changes: [])) -> String {
    ApplyMarkdown(
      report: ApplyReport(result: result, backend: "v2.0"),
      plan: ShownPlan(plan, address: "http://k", backend: "v2.0"),
      errors: ApplyMessages(result, backend: "v2.0").errors
    ).text
  }

  @Test func `of a run that broke off it says what was done, what failed and what was not tried`() {
    let errors = ApplyMessages(.brokenOff, backend: "v2.0").errors.map(\.summary)
    #expect(
      Self.page(.brokenOff) == """
        ### keystone-seed apply

        **Applied in part: 1 created, 0 updated, 0 replaced, 0 deleted.** Identity v2.0 at `http://k`.

        | Kind | created | updated | replaced | deleted | failed | not tried |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        | roles |  |  |  |  | 1 |  |
        | tenants | 1 |  |  |  |  |  |
        | users |  |  |  |  | 1 | 1 |
        | endpoints |  |  |  |  | 1 |  |

        **Errors:**

        \(errors.map { "- `\($0)`" }.joined(separator: "\n"))

        **Failed:**

        - `~ user b`
        - `+/- endpoint image/glance in regionOne    v2.0 cannot change an endpoint: the new one is \
        made first`
        - `+/- role d    v2.0 cannot change a role: the new one is made first`

        <details>
        <summary>Done</summary>

        ```diff
        + tenant a
        ```

        </details>

        <details>
        <summary>Not tried</summary>

        ```diff
        - user e    declared absent
        ```

        </details>

        """
    )
  }

  @Test func `what was deleted is not folded`() {
    let change = Change(.delete, .user("e`"), liveID: "5", reason: .declaredAbsent)
    let result = ApplyResult(outcomes: [StepOutcome(change, .done)], ending: .converged)
    let page = Self.page(result, Plan(changes: [change]))
    #expect(page.contains("\n**Deleted or replaced:**\n\n- ``- user e`    declared absent``\n"))
    #expect(page.contains("| users |  |  |  | 1 |"))
  }

  @Test func `nothing to do is said as the plan says it`() {
    let plan = Plan(changes: [], unmanagedCount: 1)
    #expect(
      Self.page(.nothingToDo(plan), plan) == """
        ### keystone-seed apply

        **No changes.** 1 unmanaged object is left alone. Identity v2.0 at `http://k`.

        """
    )
  }
}
