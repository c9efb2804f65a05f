internal import CLibyaml

/// The events of a YAML text, one after the other, as libyaml finds them.
///
/// A class, since libyaml's parser keeps its own address.
final class YAMLEvents {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)

  /// Starts at the beginning of a text, which has to stay where it is until the last event.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLFault) {
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    guard yaml_parser_initialize(parser) == 1 else { throw .outOfMemory }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Goes on to the next event, which ends the one before.
  func next() throws(YAMLFault) -> yaml_event_type_t {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw fault }
    return event.pointee.type
  }

  /// Where the event begins.
  var location: FileLocation { FileLocation(event.pointee.start_mark) }

  /// The node that begins with the event; without what it holds.
  func record(of kind: YAMLNode.Kind) -> YAMLDocument.Record {
    YAMLDocument.Record(
      kind: kind,
      tag: tag(of: kind),
      isPlain: kind == .scalar && event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
      line: UInt32(event.pointee.start_mark.line + 1),
      column: UInt32(event.pointee.start_mark.column + 1),
      start: 0,
      count: 0
    )
  }

  /// A scalar's text, which goes with its event.
  var scalar: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: event.pointee.data.scalar.value,
      count: event.pointee.data.scalar.length
    )
  }

  /// The anchor that an alias names.
  var alias: String { Self.text(event.pointee.data.alias.anchor) ?? "" }

  /// The anchor on the node that begins with the event.
  func anchor(of kind: YAMLNode.Kind) -> String? {
    switch kind {
    case .scalar: Self.text(event.pointee.data.scalar.anchor)
    case .mapping: Self.text(event.pointee.data.mapping_start.anchor)
    case .sequence: Self.text(event.pointee.data.sequence_start.anchor)
    }
  }

  private func tag(of kind: YAMLNode.Kind) -> YAMLNode.Tag {
    let tag: UnsafeMutablePointer<yaml_char_t>?
    switch kind {
    case .scalar:
      guard event.pointee.data.scalar.quoted_implicit == 0 else { return .text }
      tag = event.pointee.data.scalar.tag
    case .mapping:
      tag = event.pointee.data.mapping_start.tag
    case .sequence:
      tag = event.pointee.data.sequence_start.tag
    }
    return Self.text(tag).map(YAMLNode.Tag.init) ?? .none
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(decodingCString: $0, as: UTF8.self) }
  }

  private var fault: YAMLFault {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "an unknown problem"
    return switch state.error {
    case YAML_MEMORY_ERROR: .outOfMemory
    case YAML_READER_ERROR: .character(problem: problem, offset: state.problem_offset)
    default:
      .syntax(
        context: state.context.map { String(cString: $0) },
        problem: problem,
        FileLocation(state.problem_mark)
      )
    }
  }
}

extension FileLocation {
  /// Where libyaml saw something; it counts from 0.
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}
