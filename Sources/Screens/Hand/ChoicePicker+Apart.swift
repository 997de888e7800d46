import Casework
import Fold
import Labels
import Widgets
import Wording

extension ChoicePicker.Option {
  /// Who or what does not go together with who it was asked for: to be read, not to be chosen.
  ///
  /// - Parameter found: other words by which it is found.
  init<Obstacle: KeepingApart>(apart: Apart<Obstacle>, found: String = "", _ words: Words) {
    let text = ApartText(words)
    self.init(
      item: PickerView.Item(
        label: ValueText(words).name(of: apart.other), detail: apart.other.number,
        reason: text.count(apart), note: text.text(apart)),
      found: Fold.key("\(found) \(apart.other.names)"), deeds: [])
  }
}
