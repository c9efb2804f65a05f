/// No seed is named, and none is in the usual places.
struct SeedLocationError: Error, Hashable, Sendable {
  let searched: [String]
}
