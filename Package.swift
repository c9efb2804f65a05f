// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "keystone-seed",
  products: [
    .library(name: "KeystoneClient", targets: ["KeystoneClient"])
  ],
  targets: [
    .target(name: "IdentityModel"),
    .target(name: "KeystoneClient"),
    .target(name: "Reconciliation", dependencies: ["IdentityModel"]),
    .target(
      name: "Convergence",
      dependencies: ["IdentityModel", "KeystoneClient", "Reconciliation"]
    ),
    .testTarget(name: "KeystoneClientTests", dependencies: ["KeystoneClient"]),
    .testTarget(
      name: "ConvergenceTests",
      dependencies: ["Convergence", "IdentityModel", "KeystoneClient", "Reconciliation"]
    ),
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
