import Synchronization

typealias KeptFoldings = KeptOfTexts<String>

/// What was made of short texts that were asked for last: their foldings, how they sound.
///
/// A name is folded to be looked for, to be compared with each that is alike, and to be kept. Texts that
/// differ only in how their accents are put together are one here, and fold to one form.
final class KeptOfTexts<Value: Sendable>: Sendable {
  private let kept = Mutex<[String: Value]>([:])
  private static var most: Int { 2048 }
  /// The longest text of which anything is kept, in bytes.
  static var longest: Int { 96 }

  func value(of text: String, _ fold: () -> Value) -> Value {
    guard text.utf8.count <= Self.longest else { return fold() }
    if let folded = kept.withLock({ $0[text] }) { return folded }
    let folded = fold()
    kept.withLock { foldings in
      if foldings.count >= Self.most { foldings.removeAll(keepingCapacity: true) }
      foldings[text] = folded
    }
    return folded
  }
}
