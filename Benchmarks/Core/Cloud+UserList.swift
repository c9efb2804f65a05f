extension Cloud {
  /// The answer to `GET /users`, spelled as Keystone's JSON writer spells it.
  var userList: String {
    var text = "{\"users\": ["
    for index in 0..<userCount {
      if index > 0 { text += ", " }
      let number = String(index)
      let id = String(repeating: "0", count: 32 - number.utf8.count) + number
      text += "{\"username\": \"\(user(index))\", \"name\": \"\(user(index))\", \"id\": \"\(id)\", "
      text += "\"enabled\": true, \"email\": \"\(email(index))\", "
      text += "\"tenantId\": \"\(id)\"}"
    }
    return text + "]}"
  }
}
