import KeystoneClient
import Testing

extension ContractCase {
  private static func twins(_ prefix: String) -> [(name: String, twin: String)] {
    [
      (prefix + "demo", prefix + "Demo"), (prefix + "Jose", prefix + "José"),
      (prefix + "straße", prefix + "STRASE"),
      (prefix + "Σίσυφος", prefix + "σισυφοσ"), (prefix + "ёлка", prefix + "ЕЛКА"),
    ]
  }

  static let mariaDB = [
    ContractCase("MariaDB takes names for one by case and accents", setting: .mariaDB) {
      keystone in
      for (name, twin) in twins(uniqueName()) {
        let tenant = try await keystone.makeTenant(["name": .string(name)])
        let user = try await keystone.makeUser(["name": .string(name), "password": "p"])
        _ = try await keystone.makeRole(["name": .string(name)])
        let sent: JSON = ["name": .string(twin)]
        try await keystone.refuses(409, .post, "/tenants", ["tenant": sent])
        try await keystone.refuses(409, .post, "/users", ["user": sent])
        try await keystone.refuses(409, .post, "/OS-KSADM/roles", ["role": sent])
        let query = percentEncoded(twin)
        let found = try await keystone.answers(200, .get, "/tenants?name=\(query)")
        #expect(found["tenant"] == tenant)
        #expect(try await keystone.answers(200, .get, "/users?name=\(query)")["user"] == user)
        try await keystone.answers(
          200,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": ["username": sent["name"], "password": "p"]]],
          token: .none
        )
        let path = "/tenants/\(tenant["id"].text)"
        let renamed = try await keystone.answers(200, .post, path, ["tenant": sent])["tenant"]
        #expect(renamed["name"].text == twin)
        let other = try await keystone.makeTenant()["id"].text
        try await keystone.refuses(
          409,
          .post,
          "/tenants/\(other)",
          ["tenant": ["name": .string(name)]]
        )
      }
    },
    ContractCase("MariaDB takes names for one by blanks at the end", setting: .mariaDB) {
      keystone in
      let name = uniqueName()
      _ = try await keystone.makeRole(["name": .string(name)])
      let twin: JSON = ["name": .string(name + "  ")]
      try await keystone.refuses(409, .post, "/OS-KSADM/roles", ["role": twin])
      let other: JSON = ["name": .string(" " + name)]
      try await keystone.answers(200, .post, "/OS-KSADM/roles", ["role": other])
    },
    ContractCase("MariaDB tells letters apart that have no accent to lose", setting: .mariaDB) {
      keystone in
      let prefix = uniqueName()
      for letter in ["и", "й", "o", "ø", "d", "đ", "l", "ł"] {
        _ = try await keystone.makeTenant(["name": .string(prefix + letter)])
      }
      // A combining accent is a letter of its own there.
      _ = try await keystone.makeTenant(["name": .string(prefix + "e")])
      _ = try await keystone.makeTenant(["name": .string(prefix + "e\u{301}")])
    },
    ContractCase("MariaDB has no room for four bytes: 500, and nothing is made", setting: .mariaDB)
    {
      keystone in
      let name = JSON.string(uniqueName() + "😀")
      try await keystone.refuses(500, .post, "/tenants", ["tenant": ["name": name]])
      try await keystone.refuses(500, .post, "/users", ["user": ["name": name]])
      try await keystone.refuses(500, .post, "/OS-KSADM/roles", ["role": ["name": name]])
    },
  ]

  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return "%" + String(repeating: "0", count: 2 - digits.count) + digits
    }
    .joined()
  }
}
