import Testing

@testable import KeystoneSandbox

@Suite struct PythonTextTests {
  private static let values: [(JSONValue, String)] = [
    (JSONValue.null, "None"), (true, "True"), (false, "False"), (.number("5"), "5"),
    ("x", "'x'"), ("it's", "\"it's\""), ("it's \"x\"", "'it\\'s \"x\"'"), ("a\n\\", "'a\\n\\\\'"),
    ([.number("1"), "a"], "[1, 'a']"), (["a": [nil]], "{'a': [None]}"), ([:], "{}"),
  ]

  @Test(arguments: values)
  func valuesShowAsPythonShowsThem(value: JSONValue, text: String) {
    #expect(PythonText.of(value) == text)
  }

  private static let types: [(JSONValue, String)] = [
    (JSONValue.null, "NoneType"), (true, "bool"), (.number("5"), "int"), (.number("5.0"), "float"),
    ("", "str"), ([], "list"), ([:], "dict"),
  ]

  @Test(arguments: types)
  func typesHavePythonsNames(value: JSONValue, name: String) {
    #expect(PythonText.typeName(of: value) == name)
  }
}
