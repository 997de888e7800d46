import Casework
import Labels
import Widgets
import Wording

/// Which report, over which length of time; and where it goes.
struct ReportChoice {
  let scene: Scene
  private var words: Words { scene.words }

  var deeds: [Deed] {
    let layouts = zip(LetterChoice.letters, ReportLayout.all).map { letter, layout in
      LetterChoice.Item(
        letter, ReportText(words).title(layout), [.report(layout: layout.code, length: nil)])
    }
    let lengths = zip("MQHY", ReportPeriod.Length.allCases.filter { $0.months != nil })
      .map { letter, length in
        LetterChoice.Item(
          letter, words("report.length.\(length.rawValue)"),
          [.report(layout: nil, length: length)])
      }
    return [
      .show(.letters(LetterChoice(title: words("modeKey.layout"), layouts + lengths)))
    ]
  }

  /// How the same numbers are written into a file.
  func export(_ request: ReportRequest) -> [Deed] {
    let (first, last) = (request.period.first, request.period.last)
    return [
      .say(
        words("report.exportHow", request.layout.code, first.description, last.description))
    ]
  }
}
