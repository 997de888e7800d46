package import Casework
package import Cells
internal import Labels
package import Widgets

/// What stands on the desk and has the keys: Today, a list, a picture, an opened record, a roll, a
/// page to read.
///
/// A page changes nothing but itself. What it needs to know of the rest it is told by the scene;
/// what is to happen elsewhere it answers as deeds.
package protocol DeskPage: Hashable, Sendable {
  /// By which the answers to its questions find it.
  var id: PageID { get }
  /// The record that the verbs are for; nil where there is none.
  var subject: Card? { get }
  /// The keys it has for itself; nil where those of the table of commands are all.
  var mode: KeyMode? { get }
  /// What a new record holds that is made here.
  var offered: [String: FieldValue] { get }
  /// Whether, standing over all others, it is read again as soon as somebody else wrote.
  var followsOthers: Bool { get }
  /// Asks for what it shows, as somebody comes to it.
  mutating func appear(_ scene: Scene) -> [Effect]
  /// Is told that something was written while nobody may have looked at it.
  mutating func overtake()
  /// Asks for everything it shows, again.
  mutating func refresh(_ scene: Scene) -> [Effect]
  /// Asks for what it lacks where it stands.
  mutating func grow(_ scene: Scene) -> [Effect]
  /// Takes what was read for it; the answer to an overtaken question changes nothing.
  mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed]
  mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed]
  /// Takes a key; nil for one that it does not have.
  mutating func press(_ key: Key, _ scene: Scene) -> [Deed]?
  /// Takes a text that is pasted; nil where none is typed.
  mutating func paste(_ text: String, _ scene: Scene) -> [Deed]?
  /// Does what a key of its own asks for; `step` is -1 for the other way round.
  mutating func perform(_ action: ModeAction, _ step: Int, _ scene: Scene) -> [Deed]
  /// Opens what is selected.
  mutating func open(_ scene: Scene) -> [Deed]
  func draw(into frame: inout Frame, _ scene: Scene)
}

extension DeskPage {
  package var subject: Card? { nil }
  package var mode: KeyMode? { nil }
  package var offered: [String: FieldValue] { [:] }
  package var followsOthers: Bool { false }
  package mutating func appear(_ scene: Scene) -> [Effect] { refresh(scene) }
  package mutating func overtake() {}
  package mutating func refresh(_ scene: Scene) -> [Effect] { [] }
  package mutating func grow(_ scene: Scene) -> [Effect] { [] }
  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] { [] }
  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] { [] }

  package mutating func paste(_ text: String, _ scene: Scene) -> [Deed]? { nil }

  package mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    guard let (action, step) = mode?.meaning(of: key) else { return nil }
    return perform(action, step, scene)
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] { [] }
  package mutating func open(_ scene: Scene) -> [Deed] { [] }
}
