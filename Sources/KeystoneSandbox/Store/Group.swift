/// A group of users as it is stored; v2.0 knows none.
struct Group: StoredRecord {
  let id: String
  let name: String
  let description: JSONValue

  var uniqueName: String? { name }
}
