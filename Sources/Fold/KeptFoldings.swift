import Synchronization

/// The foldings of short texts that were asked for last.
///
/// A name is folded to be looked for, to be compared with each that is alike, and to be kept. Texts that
/// differ only in how their accents are put together are one here, and fold to one form.
final class KeptFoldings: Sendable {
  private let kept = Mutex<[String: String]>([:])
  private static let most = 2048
  private static let longest = 96

  func value(of text: String, _ fold: () -> String) -> String {
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
