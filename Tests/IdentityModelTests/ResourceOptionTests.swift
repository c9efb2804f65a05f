import IdentityModel
import Testing

@Suite struct ResourceOptionTests {
  @Test func `each option is a field of its own, and no other field is one`() {
    let fields = ResourceOption.allCases.map(\.field)
    #expect(Set(fields).count == fields.count)
    for option in ResourceOption.allCases {
      #expect(option.field.option == option)
      #expect(option.field.rawValue == "options.\(option.rawValue)")
    }
    #expect(Field.allCases.filter { $0.option == nil }.count == Field.allCases.count - fields.count)
    #expect(Field.enabled.option == nil)
  }
}
