import IdentityModel
import KeystoneClient
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

@Suite struct VerifyDocumentTests {
  @Test func `the document holds all that the report says`() throws {
    let verification = Verification.make(
      logins: [.makeAccepted(gaps: [.glance]), .make(.wrongPassword, user: "x", in: nil)],
      sharedEntries: [
        SharedEntry(
          type: "image",
          region: "R",
          rows: ["e1", "e2"],
          services: [:],
          sources: [.public: ["e1"], .admin: ["e2"]]
        )
      ],
      exposures: [.bareToken],
      probes: [
        ProbeResult(url: "http://a", outcome: .answered(status: 300)),
        ProbeResult(url: "http://b", outcome: .failed(TransportError(.timedOut))),
      ]
    )
    let text = try JSONText.of(VerifyDocument(verification))
    #expect(!text.contains("secret"))
    #expect(
      text == """
        {
          "complete" : true,
          "drift" : true,
          "logins" : [
            {
              "catalog" : [
                {
                  "name" : "glance",
                  "region" : "R\\u001b",
                  "type" : "image",
                  "urls" : {
                    "admin" : "http://b:9292",
                    "internal" : "http://b:9292",
                    "public" : "http://a:9292"
                  }
                }
              ],
              "detail" : "ok, but the catalog lacks image/glance in R (public, admin)",
              "differences" : [
                {
                  "interface" : "public",
                  "region" : "R",
                  "service" : "glance",
                  "type" : "image"
                },
                {
                  "interface" : "admin",
                  "region" : "R",
                  "service" : "glance",
                  "type" : "image"
                }
              ],
              "ok" : false,
              "tenant" : "service",
              "user" : "nova"
            },
            {
              "detail" : "the seed's password is wrong",
              "ok" : false,
              "user" : "x"
            }
          ],
          "plan" : {
            "address" : "http://h:35357/v2.0",
            "api" : "v2.0",
            "changes" : [

            ],
            "needsAgreement" : false,
            "notes" : [

            ],
            "summary" : {
              "create" : 0,
              "delete" : 0,
              "replace" : 0,
              "unmanaged" : 0,
              "update" : 0
            }
          },
          "probes" : [
            {
              "detail" : "300",
              "status" : 300,
              "url" : "http://a"
            },
            {
              "detail" : "no complete answer within the time-out",
              "url" : "http://b"
            }
          ],
          "sharedEntries" : [
            {
              "endpoints" : [
                "e1",
                "e2"
              ],
              "mixed" : true,
              "region" : "R",
              "sources" : {
                "admin" : [
                  "e2"
                ],
                "public" : [
                  "e1"
                ]
              },
              "type" : "image"
            }
          ],
          "warnings" : [
            "image in R is 2 endpoints in one entry: e1, e2; public from e1, admin from e2",
            "the token in use is Keystone's admin_token, which never ends and has no user behind it: unset it once a user has the role admin",
            "no service answers at http://b: no complete answer within the time-out"
          ]
        }

        """
    )
  }

  @Test func `a URL that users see in place of the seed's is named with both`() throws {
    let verification = Verification.make(logins: [.makeAccepted(gaps: [.otherURL])])
    let text = try JSONText.of(VerifyDocument(verification))
    #expect(text.contains("\"declared\" : \"http://i\""))
    #expect(text.contains("\"seen\" : \"http://other\""))
    #expect(text.contains("\"drift\" : true"))
  }
}
