// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "keystone-seed",
  products: [
    .library(name: "KeystoneClient", targets: ["KeystoneClient"])
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    .target(name: "IdentityModel"),
    .target(name: "KeystoneClient"),
    .target(name: "SeedFormat", dependencies: ["IdentityModel", "Yams"]),
    .testTarget(name: "SeedFormatTests", dependencies: ["IdentityModel", "SeedFormat"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
