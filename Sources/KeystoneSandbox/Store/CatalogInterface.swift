/// Who may reach a service by a URL; the raw value is its name in attributes, `publicurl`.
public enum CatalogInterface: String, CaseIterable, Sendable {
  case `public`
  case `internal`
  case admin
}
