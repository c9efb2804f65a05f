import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct PlanMarkdownTests {
  private static func page(_ plan: Plan, over backend: String = "v2.0") -> String {
    let shown = ShownPlan(plan, address: "http://127.0.0.1:35357/v2.0", backend: backend)
    return PlanMarkdown(plan: shown).text
  }

  @Test func `counts, what to look at, what goes, and the rest folded`() {
    let plan = Plan(
      changes: [
        Change(.create, .tenant("service")),
        Change(
          .create,
          .user("nova"),
          fields: [FieldChange(.password, to: .secret), FieldChange(.enabled, to: .flag(true))]
        ),
        Change(.delete, .image, liveID: "127fa3f0", reason: .duplicate),
      ],
      notes: [.withoutPassword("eve"), .ownPasswordKept("adm")],
      unmanagedCount: 3
    )
    let keystone = PlanNoteWording.text(of: .ownPasswordKept("adm"), backend: "v2.0")
    #expect(
      Self.page(plan) == """
        ### keystone-seed plan

        **Plan: 2 to create, 0 to update, 0 to replace, 1 to delete.** 3 unmanaged objects are left \
        alone. Identity v2.0 at `http://127.0.0.1:35357/v2.0`.

        | Kind | create | update | replace | delete |
        | --- | ---: | ---: | ---: | ---: |
        | tenants | 1 |  |  |  |
        | users | 1 |  |  |  |
        | endpoints |  |  |  | 1 |

        **Look at:**

        - `\(keystone)`

        **Deleted or replaced:**

        - `- endpoint image/glance in regionOne    duplicate, id 127fa3f0`

        <details>
        <summary>All changes</summary>

        ```diff
        + tenant service
        + user nova
              password    (sensitive)
              enabled     true
        - endpoint image/glance in regionOne    duplicate, id 127fa3f0
        ```

        </details>

        <details>
        <summary>Notes</summary>

        ```diff
        ! user eve gets no password: nobody can log in as this user
        ```

        </details>

        """
    )
  }

  @Test func `nothing to do is two lines`() {
    #expect(
      Self.page(Plan(changes: []), over: "v3") == """
        ### keystone-seed plan

        **No changes.** Identity v3 at `http://127.0.0.1:35357/v2.0`.

        """
    )
  }

  /// What 300 changes of a large cloud are like: all that goes is said, and a forge takes it.
  @Test func `three hundred changes are below what a forge takes, with all that goes`() {
    let long = String(repeating: "long-name-", count: 20)
    let deleted = (0..<200).map { index in
      Change(
        .delete,
        .user(QualifiedName("gone-\(index)-\(long)")),
        liveID: "id-\(index)",
        reason: .unmanaged
      )
    }
    let made = (0..<100).map { index in
      Change(
        .create,
        .tenant(QualifiedName("new-\(index)")),
        fields: [FieldChange(.description, to: .text(String(repeating: "words ", count: 200)))]
      )
    }
    let page = Self.page(Plan(changes: deleted + made))
    #expect(page.utf16.count < 60_000)
    for index in 0..<200 {
      #expect(page.contains("- `- user gone-\(index)-long"))
      #expect(page.contains("id id-\(index)`\n"))
    }
    #expect(page.contains("| users |  |  |  | 200 |"))
  }

  @Test(arguments: [
    "a|b|c", "`x`", "```\n</details>", "<script>alert(1)</script>", "@everyone #1 !2",
    "![x](http://h)",
    "**bold**", "</details>", "| a | b |\n| --- | --- |", "\u{202E}abc", "- [x] done", "``", "` a",
  ])
  func `a name that is Markdown or HTML is shown, and is neither`(name: String) {
    let evil = Name(name)
    let service = ServiceKey(type: evil, name: evil)
    let plan = Plan(
      changes: [
        Change(
          .create,
          .tenant(QualifiedName(evil)),
          fields: [FieldChange(.description, to: .text(name))]
        ),
        Change(.delete, .user(QualifiedName(evil)), liveID: name, reason: .unmanaged),
        Change(
          .update,
          .endpoint(EndpointKey(service: service, region: evil)),
          liveID: name,
          fields: [
            FieldChange(
              .publicURL,
              from: .template(URLTemplate(name)),
              to: .template(URLTemplate("http://\(name)"))
            )
          ]
        ),
      ],
      notes: [
        .ambiguous(.user(QualifiedName(evil)), count: 2), .withoutPassword(QualifiedName(evil)),
      ]
    )
    let shown = ShownPlan(plan, address: "http://\(name)", backend: "v2.0")
    let prose = MarkdownProse(PlanMarkdown(plan: shown).text)
    #expect(
      prose.text == """
        ### keystone-seed plan

        **Plan: 1 to create, 1 to update, 0 to replace, 1 to delete.** Identity v2.0 at <code>.

        | Kind | create | update | replace | delete |
        | --- | ---: | ---: | ---: | ---: |
        | tenants | 1 |  |  |  |
        | users |  |  |  | 1 |
        | endpoints |  | 1 |  |  |

        **Look at:**

        - <code>

        **Deleted or replaced:**

        - <code>

        <details>
        <summary>All changes</summary>


        </details>

        <details>
        <summary>Notes</summary>


        </details>

        """
    )
  }
}
