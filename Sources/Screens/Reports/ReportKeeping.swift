import Casework
import Labels
import Widgets
import Wording

/// Keeping a report under a name, for oneself or for all.
struct ReportKeeping {
  let scene: Scene
  private var words: Words { scene.words }

  /// Asks for the name; of a report that is one's own already, whether it is to be kept in its place.
  func ask(_ request: ReportRequest, _ source: SavedList?) -> [Deed] {
    let layout = request.layout
    let kept: [String: FieldValue] = [
      SavedView.name(\.listed): .text(SavedView.report),
      SavedView.name(\.words): .text(layout.written),
      SavedView.name(\.sort): .text(request.period.length.rawValue),
    ]
    var form = RecordForm.add(
      .savedView, command: "saveView", viewer: scene.surroundings.viewerLink, today: scene.today,
      words: words)
    form.subject = words("report.layout.\(ReportLayout.ownCode)")
    form.parts[0].fixed = kept.merging(
      [SavedView.name(\.owner): .link(scene.surroundings.viewerLink)]) { $1 }
    guard let source, source.isOwn(scene) else { return [.open(form)] }
    return [
      .show(
        .letters(
          LetterChoice(
            title: words("report.keep"),
            [
              LetterChoice.Item(
                "w", words("report.keepInPlace", source.name), [.submit([source.change(kept)])]),
              LetterChoice.Item("n", words("report.keepAsNew"), [.open(form)]),
            ])))
    ]
  }
}
