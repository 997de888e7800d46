import Casework
import Cells
import Labels
import Widgets

/// What each picture of a list has of its own; the desk does the rest for all of them alike.
protocol PictureView: Hashable, Sendable {
  /// What has to be read for the part that is seen in a region.
  func request(in region: Region) -> PictureRequest
  /// Takes over what was read, and keeps the place.
  mutating func take(_ rows: PictureRows)
  /// Goes to a record, where it is among what was read.
  mutating func select(_ address: RecordAddress)
  /// The record that the verbs are for; nil where the cursor is on none.
  var selected: Card? { get }
  /// What opening means here: the selected record, or several to choose from.
  var choices: [Card] { get }
  /// By what several are told apart.
  var toldApart: [String] { get }
  /// What a new record holds that is made at the cursor.
  var offered: [String: FieldValue] { get }
  /// Why nothing new can begin at the cursor, as a label key; nil where it can.
  var occupied: String? { get }
  /// What its own keys are; the others mean what they mean everywhere.
  static var mode: KeyMode { get }
  /// Does what a key of its own asks for; `step` is -1 for the other way round.
  mutating func perform(
    _ action: ModeAction, _ step: Int, in region: Region, today: CivilDate
  ) -> PictureAnswer
  /// Moves as a list would.
  mutating func move(_ step: ListSelection.Step, in region: Region)
  func draw(into frame: inout Frame, in region: Region, today: CivilDate, words: Words)
}

extension PictureView {
  var choices: [Card] { selected.map { [$0] } ?? [] }
  var toldApart: [String] { [] }
  var offered: [String: FieldValue] { [:] }
  var occupied: String? { nil }
}

/// What a key did in a picture, or asks of the desk.
enum PictureAnswer: Hashable {
  case moved
  /// A new record at the cursor, where nothing stands in its way.
  case new
  /// The selected record is to get another stage, in the field of stages.
  case stage(field: String, String)
  /// Why nothing happens, as a label key.
  case say(String)
}
