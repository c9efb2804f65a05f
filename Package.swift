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
    .testTarget(name: "IdentityModelTests", dependencies: ["IdentityModel"]),
    .testTarget(name: "ReconciliationTests", dependencies: ["IdentityModel", "Reconciliation"]),
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
