/// A Keystone that can be asked, over the version of its API that is spoken.
enum IdentityConnection {
  case v2(V2Connection)
  case v3(V3Connection)
}
