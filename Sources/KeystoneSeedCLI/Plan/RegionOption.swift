import ArgumentParser
import IdentityModel

/// Which regions a command looks at.
struct RegionOption: ParsableArguments {
  @Option(
    name: .customLong("region"),
    help: ArgumentHelp(
      "Of regions and endpoints, look at these regions and those in them only.",
      valueName: "name[,name]"
    )
  )
  var regionLists: [RegionList] = []

  /// The regions that are looked at, as all of ``regionLists`` say; nil for all that there are.
  var region: RegionList? {
    get { regionLists.isEmpty ? nil : RegionList(Set(regionLists.flatMap(\.names))) }
    set { regionLists = newValue.map { [$0] } ?? [] }
  }
}

/// The value of `--region`: names with commas between them.
struct RegionList: ExpressibleByArgument, Hashable {
  let names: Set<Name>

  init(_ names: Set<Name>) {
    self.names = names
  }

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    names = Set(words.map { Name(String($0)) })
  }
}
