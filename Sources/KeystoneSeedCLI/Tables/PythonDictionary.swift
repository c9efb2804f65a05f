/// A dictionary that hands its keys out in the order in which Python 2.7 would.
///
/// The order of a `dict` is that of the places in its hash table, and the 2014 command prints by it.
/// So the table is CPython's (`Objects/dictobject.c`), on a machine of 64 bits and with hashes that
/// are not randomised, which takes a `python -R`. Nothing is ever removed, which keeps the rules few.
struct PythonDictionary<Value> {
  /// A key with its value.
  typealias Element = (key: String, value: Value)

  private struct Entry {
    let hash: UInt
    var element: Element
  }

  /// `PyDict_MINSIZE` places at first, and a power of two always.
  private var table = [Entry?](repeating: nil, count: 8)
  private var count = 0

  /// Makes a dictionary of elements that are set one after the other.
  init(_ elements: some Sequence<Element>) {
    for element in elements { set(element) }
  }

  /// The elements in the order of the table.
  var elements: [Element] { table.compactMap { $0?.element } }

  /// Sets the value of a key; one that is there already keeps its place.
  ///
  /// A table that is then two thirds full grows to more than four times what it holds, twice where
  /// that is a lot (`PyDict_SetItem`).
  private mutating func set(_ element: Element) {
    let hash = Self.hash(of: element.key)
    let place = place(of: element.key, hash)
    guard table[place] == nil else {
      table[place]?.element = element
      return
    }
    table[place] = Entry(hash: hash, element: element)
    count += 1
    if count * 3 >= table.count * 2 { grow(beyond: count * (count > 50_000 ? 2 : 4)) }
  }

  private mutating func grow(beyond size: Int) {
    let entries = table.compactMap { $0 }
    var newSize = 8
    while newSize <= size { newSize *= 2 }
    table = Array(repeating: nil, count: newSize)
    for entry in entries { table[place(of: entry.element.key, entry.hash)] = entry }
  }

  /// Where the key is, or the free place where it belongs (`lookdict`).
  private func place(of key: String, _ hash: UInt) -> Int {
    let mask = UInt(table.count - 1)
    var place = hash & mask
    var perturbation = hash
    while let entry = table[Int(place & mask)] {
      if entry.hash == hash, entry.element.key.utf8.elementsEqual(key.utf8) { break }
      place = place &* 5 &+ perturbation &+ 1
      perturbation >>= 5
    }
    return Int(place & mask)
  }

  /// The hash of a `unicode`, which for ASCII is that of a `str` too (`unicode_hash` in
  /// `Objects/unicodeobject.c`).
  private static func hash(of key: String) -> UInt {
    guard let first = key.unicodeScalars.first else { return 0 }
    var hash = UInt(first.value) << 7
    for scalar in key.unicodeScalars { hash = 1_000_003 &* hash ^ UInt(scalar.value) }
    hash ^= UInt(key.unicodeScalars.count)
    // -1 is how C says that there is none.
    return hash == .max ? .max - 1 : hash
  }
}
