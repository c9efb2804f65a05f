import ArgumentParser
import IdentityModel

extension EndpointInterface: ExpressibleByArgument {}
