import Testing

@testable import SeedFormat

@Suite struct LimitRuleTests {
  @Test(arguments: [
    ("-1", -1), ("0", 0), ("1", 1), ("2147483647", 2_147_483_647),
  ])
  func `digits are a limit, and one number below zero`(text: String, number: Int) {
    #expect(LimitRule.number(text) == number)
  }

  @Test(arguments: [
    ("2147483648", "write it in digits alone, such as 1000"),
    ("99999999999999999999", "write it in digits alone, such as 1000"),
    ("1e3", "write it in digits alone, such as 1000"),
    ("0x10", "write it in digits alone, such as 1000"),
    ("1_000", "write it in digits alone, such as 1000"),
    ("010", "write it in digits alone, such as 1000"),
    ("1.0", "write it in digits alone, such as 1000"),
    ("+1", "write it in digits alone, such as 1000"),
    ("", "write it in digits alone, such as 1000"),
    ("10GB", "write the number alone: the service knows its unit"),
    ("10 GiB", "write the number alone: the service knows its unit"),
    ("unlimited", "write -1 for no limit"),
    ("None", "write -1 for no limit"),
    (".inf", "write -1 for no limit"),
    ("-2", "-1 means no limit, and 0 that there is to be nothing"),
  ])
  func `anything else is none, and is answered with what is`(text: String, hint: String) {
    #expect(LimitRule.number(text) == nil)
    #expect(LimitRule.hint(for: text) == hint)
  }
}
