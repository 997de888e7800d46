import Casework
import Cells
import Labels
import Widgets
import Wording

/// Lists shown as pictures: what all of them have in common.
extension Desk {
  /// The picture that has the keys: no record is opened over it.
  var picture: Picture? { details.isEmpty && !isShowingPerson ? list.picture : nil }

  /// Where it stands: all but the bars, or beside an opened record.
  var pictureRegion: Region { details.isEmpty ? layout.boxes : layout.list }

  /// Shows the list as a picture, or the list again.
  mutating func togglePicture() -> [Effect] {
    if list.picture != nil { return closePicture() }
    list.picture = Picture(of: list, today: surroundings.today)
    return pictureRequests()
  }

  mutating func closePicture() -> [Effect] {
    list.picture = nil
    return refreshPreview()
  }

  func pictureFault() -> String? {
    if !details.isEmpty { return words("desk.place.list") }
    return Picture(of: list, today: surroundings.today) == nil ? words("picture.none") : nil
  }

  /// Everything the open picture shows is read again.
  mutating func pictureRequests() -> [Effect] {
    list.picture?.forget()
    return missingPicture()
  }

  /// What the open picture does not have yet.
  mutating func missingPicture() -> [Effect] {
    let region = pictureRegion
    return (list.picture?.missing(in: region)).map { [.picture($0)] } ?? []
  }

  /// Takes over an answer, unless the question is overtaken.
  mutating func take(_ rows: PictureRows, of request: PictureRequest) -> [Effect] {
    guard list.picture?.asked == request else { return [] }
    list.picture?.view.take(rows)
    if let made { list.picture?.view.select(made) }
    return missingPicture()
  }

  /// A key of the picture; nil where it means what it means everywhere.
  mutating func pressPicture(_ key: Key) -> [Effect]? {
    guard overlays.isEmpty, pressed.isEmpty, var picture else { return nil }
    guard let (action, step) = picture.mode.meaning(of: key) else { return nil }
    let answer = picture.view.perform(
      action, step, in: pictureRegion, today: surroundings.today)
    list.picture = picture
    switch answer {
    case .moved: return missingPicture()
    case .stage(let code):
      guard subject != nil else { break }
      return setStage("stage", code)
    case .new:
      guard let fault = picture.view.occupied else { return perform(.add) }
      notice = Notice(text: words(fault))
      return []
    }
    notice = Notice(text: words("desk.nothingSelected"))
    return []
  }

  mutating func movePicture(_ step: ListSelection.Step) -> [Effect] {
    let region = pictureRegion
    list.picture?.view.move(step, in: region)
    return missingPicture()
  }

  /// Opens the record under the cursor; of several it asks which.
  mutating func openFromPicture() -> [Effect] {
    let choices = picture?.view.choices ?? []
    guard choices.count > 1 else {
      return choices.first.map { [.detail($0.address, for: .open)] } ?? []
    }
    let texts = ValueText(words)
    overlays.append(
      .letters(
        LetterChoice(
          title: words("command.open"),
          zip("abcdefghijklmnopqrst", choices).map { letter, card in
            let parts = ["begins", "theme", "place"].map { texts.shortText(card, $0) }
            let label = parts.filter { !$0.isEmpty }.joined(separator: " ")
            return (LetterBox.Item(letter: letter, label: label), .record(card.address))
          })))
    return []
  }

  /// The keys of the picture, and of the commands those it does not keep for itself.
  func keysLeft(by picture: Picture, _ command: Command) -> Command {
    var command = command
    command.keys.removeAll { sequence in
      sequence.keys.first.flatMap { picture.mode.meaning(of: $0) } != nil
    }
    return command
  }
}
