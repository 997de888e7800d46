internal import Cells
package import Widgets

/// A box of letters and what they do.
package struct LetterChoice: Hashable, Sendable {
  /// One row: its letter, what it says, and what follows.
  struct Item: Hashable, Sendable {
    let item: LetterBox.Item
    let deeds: [Deed]

    init(_ letter: Character, _ label: String, _ deeds: [Deed]) {
      item = LetterBox.Item(keys: String(letter), label: label)
      self.deeds = deeds
    }
  }

  /// The letters that rows are given in their order.
  static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ")

  package var view: LetterBox
  private let deeds: [[Deed]]
  /// What was refused; looked at again when what a letter opens was saved.
  var refused: RefusedSave?
  /// What is said of a letter that is no row: why it is none.
  var reasons: [Character: String] = [:]
  /// Whether another key closes the box and is taken by what lies below.
  var passesKeys = false

  /// - Parameter lead: what the letters are an answer to, in whole sentences.
  init(title: String, lead: String = "", _ items: [Item]) {
    view = LetterBox(title: title, lead: lead, items: items.map(\.item))
    deeds = items.map(\.deeds)
  }

  var mode: KeyMode { .letters(view.items.map(\.keys)) }

  /// What its first row does.
  var first: [Deed]? { deeds.first }

  /// What a key chooses; nil for one that is no letter of the box.
  func deeds(of key: Key) -> [Deed]? {
    view.index(of: key).flatMap { index in
      deeds.indices.contains(index)
        ? view.items[index].reason.map { [.say($0)] } ?? deeds[index] : nil
    }
  }
}
