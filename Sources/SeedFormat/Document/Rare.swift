/// A field that few of very many entries have: what it holds is kept apart, so that the others are small.
@propertyWrapper
struct Rare<Value> {
  private enum Box {
    case empty
    indirect case full(Value)
  }

  private var box = Box.empty

  init() {}

  init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  var wrappedValue: Value? {
    get { if case .full(let value) = box { value } else { nil } }
    set { box = newValue.map(Box.full) ?? .empty }
  }
}
