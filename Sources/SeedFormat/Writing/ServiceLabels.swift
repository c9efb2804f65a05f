internal import IdentityModel

/// What a seed calls each service: its name, or name and type where several have that name; its type
/// where it has none.
enum ServiceLabels {
  /// A label for each of the services, all of them different and fit for a key.
  static func labels(for keys: [ServiceKey]) -> [ServiceKey: String] {
    let counts = Dictionary(grouping: keys, by: \.name.text)
    // Two spellings of one name are two names to Keystone and one key to many a reader of YAML.
    var taken: Set<String> = []
    var labels: [ServiceKey: String] = [:]
    for key in keys.sorted() {
      let isOnly = counts[key.name.text]?.count == 1
      let wish =
        key.name == "" ? key.type.text : isOnly ? key.name.text : "\(key.name)-\(key.type)"
      labels[key] = unique(InterpolatedText.isNeeded(for: wish) ? "service" : wish, &taken)
    }
    return labels
  }

  private static func unique(_ wish: String, _ taken: inout Set<String>) -> String {
    var label = wish
    var number = 2
    while !taken.insert(label).inserted {
      label = "\(wish)-\(number)"
      number += 1
    }
    return label
  }
}
