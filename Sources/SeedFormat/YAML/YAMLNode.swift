/// A node of a ``YAMLDocument``, which alone can say what it is.
struct YAMLNode: Hashable {
  let index: Int32

  /// The three things that a node can be; an alias is the node that it stands for.
  enum Kind: UInt8 {
    case scalar
    case mapping
    case sequence
  }

  /// The explicit type in front of a node, as far as a difference is made between them.
  enum Tag: UInt8 {
    case none
    /// `!!str`, and what quotes say without it.
    case text
    case mapping
    case sequence
    case other

    /// A tag as it is once its handle is resolved.
    init(_ text: String) {
      self =
        switch text {
        case "tag:yaml.org,2002:str": .text
        case "tag:yaml.org,2002:map": .mapping
        case "tag:yaml.org,2002:seq": .sequence
        default: .other
        }
    }
  }
}
