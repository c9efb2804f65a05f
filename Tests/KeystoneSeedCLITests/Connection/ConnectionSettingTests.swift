import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

struct ConnectionSettingTests {
  @Test func everyOptionIsInTheHelpAndTakesThatSetting() async throws {
    for setting in ConnectionSetting.allCases {
      guard let option = setting.option else { continue }
      let options = try ConnectionOptions.parse([option, "value"])
      #expect(options[setting] == "value")
      let others = ConnectionSetting.allCases.filter { $0 != setting }
      #expect(others.allSatisfy { options[$0] == nil })
    }
  }

  @Test func noVariableMeansTwoThings() {
    let variables = ConnectionSetting.allCases.flatMap(\.variables)
    #expect(Set(variables).count == variables.count)
    #expect(
      Set(ConnectionSetting.allCases.map(\.cloudKey)).count == ConnectionSetting.allCases.count
    )
  }

  @Test func secretsHaveNoOption() {
    for secret in [ConnectionSetting.password, .applicationCredentialSecret] {
      #expect(secret.option == nil)
    }
  }
}
