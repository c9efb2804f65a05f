import IdentityModel
import SeedFormat
import Testing

@Suite struct SeedResolverTests {
  @Test func `resolves what must not be there`() {
    let seed = """
      absent:
        users: [demo, "old user"]
        tenants: [demo]
        roles: [old]
        services: [swift, {name: heat, type: cloudformation}]
        endpoints: [{service: nova, region: south}, {service: heat, type: t, region: south}]
        assignments: [{user: nova, tenant: service, role: Member}]
      """
    let reading = Seed.load(seed, file: "seed.yaml", directory: "/")
    var absent = AbsentResources()
    absent.users = ["demo", "old user"]
    absent.tenants = ["demo"]
    absent.roles = ["old"]
    absent.services = [
      ServicePattern(name: "swift"), ServicePattern(name: "heat", type: "cloudformation"),
    ]
    absent.endpoints = [
      EndpointPattern(service: ServicePattern(name: "nova"), region: "south"),
      EndpointPattern(service: ServicePattern(name: "heat", type: "t"), region: "south"),
    ]
    absent.assignments = [RoleAssignment(user: "nova", tenant: "service", role: "Member")]
    var desired = DesiredState()
    desired.absent = absent
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired == desired)
  }

  @Test func `keeps the order of the file and every field that is declared`() {
    let seed = """
      roles: [b, a]
      tenants: {z: {description: Z, enabled: false}, y: }
      users:
        nova: {email: n@e, tenant: z, enabled: true, roles: {z: [b, a], y: [_member_]}}
        glance: {}
      services:
        nova: {type: compute, description: Compute}
        heat-cfn: {type: cloudformation, name: heat}
      """
    let reading = Seed.load(seed, file: "seed.yaml", directory: "/")
    var desired = DesiredState()
    desired.roles = [Role(name: "b"), Role(name: "a")]
    desired.tenants = [Tenant(name: "z", description: "Z", enabled: false), Tenant(name: "y")]
    desired.users = [
      User(name: "nova", email: "n@e", tenant: "z", enabled: true), User(name: "glance"),
    ]
    desired.usersWithDeclaredRoles = ["nova"]
    desired.assignments = [
      RoleAssignment(user: "nova", tenant: "z", role: "b"),
      RoleAssignment(user: "nova", tenant: "z", role: "a"),
      RoleAssignment(user: "nova", tenant: "y", role: "_member_"),
    ]
    desired.services = [
      Service(type: "compute", name: "nova", description: "Compute"),
      Service(type: "cloudformation", name: "heat"),
    ]
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired == desired)
  }
}
