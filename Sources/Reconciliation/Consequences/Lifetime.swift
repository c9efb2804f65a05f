/// When something is there, before a plan and while its changes are carried out one after the other.
///
/// The changes that consequences are told of come last, those that make something before those that
/// take something away; so whatever is made stays until the first of the latter.
struct Lifetime: Hashable {
  /// That of what is never there meanwhile.
  private static let never = Int.max

  /// Whether it is there before all changes.
  private(set) var wasThere: Bool
  /// The number of the change that makes it; 0 where none of them does.
  private(set) var made: Int
  /// The number, from the last one on, of the change that takes it away; 0 where none of them does.
  private(set) var lost: Int

  /// It is there all the time.
  static let throughout = Lifetime(wasThere: true, made: 0, lost: 0)
  /// Another change makes it.
  static let madeBeforehand = Lifetime(wasThere: false, made: 0, lost: 0)
  /// A change makes it.
  static func made(by number: Int) -> Lifetime { Lifetime(wasThere: false, made: number, lost: 0) }

  /// Whether one of the changes makes it or takes it away.
  var isTouched: Bool { isMade || isLost }
  var isMade: Bool { made > 0 && made < Self.never }
  var isLost: Bool { lost > 0 && lost < Self.never }
  /// Whether it is there after all changes.
  var staysThere: Bool { lost == 0 }

  /// Has a change take it away; of several the first one does.
  ///
  /// - Parameter number: The number of the change; nil for one of which no consequences are told.
  mutating func lose(by number: Int?) {
    if let number {
      lost = max(lost, number)
    } else {
      (made, lost) = (Self.never, Self.never)
    }
  }

  /// When both are there.
  static func && (left: Lifetime, right: Lifetime) -> Lifetime {
    Lifetime(
      wasThere: left.wasThere && right.wasThere,
      made: max(left.made, right.made),
      lost: max(left.lost, right.lost)
    )
  }

  /// When either is there.
  static func || (left: Lifetime, right: Lifetime) -> Lifetime {
    Lifetime(
      wasThere: left.wasThere || right.wasThere,
      made: min(left.made, right.made),
      lost: min(left.lost, right.lost)
    )
  }
}
