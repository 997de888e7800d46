import Casework
import Fold
import Labels
import Widgets
import Wording

/// What is chosen on the page of reports: which report, over which length of time; which number; into
/// what kind of file.
struct ReportChoice {
  let scene: Scene
  private var words: Words { scene.words }

  // MARK: Which report

  /// How many reports of one's own and of others have a letter; the rest is among those arranged.
  private static let mostLetters = 12

  /// - Parameter own: the reports that people keep.
  func box(_ own: [SavedList]) -> [Deed] {
    let ready = ReportLayout.all.map { layout in
      (ReportText(words).title(layout), [Deed.report(.layout(layout, nil))])
    }
    let picker = ViewsPicker(scene: scene, views: own)
    let kept = own.prefix(Self.mostLetters).map { (picker.name(of: $0), open($0)) }
    let layouts = zip(LetterChoice.letters, ready + kept).map { letter, row in
      LetterChoice.Item(letter, row.0, row.1)
    }
    let lengths = zip("MQHY", ReportPeriod.Length.allCases.filter { $0.months != nil })
      .map { letter, length in
        LetterChoice.Item(
          letter, words("report.length.\(length.rawValue)"), [.report(.length(length))])
      }
    let arranged =
      own.isEmpty
      ? []
      : [
        LetterChoice.Item(
          "z", words("report.arrange"), picker.arrange("report.arrange", also: open))
      ]
    return [
      .show(.letters(LetterChoice(title: words("report.layouts"), layouts + lengths + arranged)))
    ]
  }

  /// Shows a kept report, and says what in it means nothing any more.
  private func open(_ view: SavedList) -> [Deed] {
    let (layout, unknown) = ReportLayout.kept(in: view.card)
    let said =
      unknown.isEmpty
      ? [] : [Deed.warn(words("report.unknownNumbers", unknown.joined(separator: ", ")))]
    guard !layout.sections.isEmpty else { return said }
    return [.report(.layout(layout, view))] + said
  }

  // MARK: Which number

  /// Every number there is, found by its name and by what exactly it counts.
  var numbers: [Deed] {
    let options = Indicator.all.map { indicator in
      option(
        { $0(indicator.labelKey) }, note: ReportText(words).sentence(indicator),
        also: indicator.code, groupings(of: indicator))
    }
    return [.show(.picker(picker("report.whichNumber", options)))]
  }

  /// By what it is to be told apart, where it can be.
  private func groupings(of indicator: Indicator) -> [Deed] {
    let plain: [Deed] = [.report(.add(ReportLayout.Item(indicator)))]
    let description = RecordDescription.of(indicator.kind)
    let fields = indicator.groupings.compactMap { description[$0] }
    guard !fields.isEmpty else { return plain }
    let options =
      [option({ $0("report.undivided") }, plain)]
      + fields.map { field in
        option(
          { $0("report.dividedBy", ValueText($0).label(of: field, in: indicator.kind)) },
          [.report(.add(ReportLayout.Item(indicator, by: field.name)))])
      }
    return [.show(.picker(picker(indicator.labelKey, options)))]
  }

  private func picker(_ title: String, _ options: [ChoicePicker.Option]) -> ChoicePicker {
    ChoicePicker(title: words(title), options: options, words)
  }

  private func option(
    _ name: (Words) -> String, note: String? = nil, also: String = "", _ deeds: [Deed]
  ) -> ChoicePicker.Option {
    let found = ([words] + scene.otherWords).map(name) + [also]
    return ChoicePicker.Option(
      item: PickerView.Item(label: name(words), note: note ?? ""),
      found: Fold.key(found.joined(separator: " ")), also: Fold.key(note ?? ""), deeds: deeds)
  }

  // MARK: Into a file

  /// The kinds of file, each as it may leave the house and, by the capital letter, as it is.
  func files(_ report: Report) -> [Deed] {
    let formats: [(Character, ReportFormat)] = [
      ("h", .html), ("x", .xlsx), ("c", .csv), ("j", .json), ("t", .text),
    ]
    let choice = ExportChoice(scene: scene)
    let name = "\(report.layout.code)_\(report.period.first)_\(report.period.last)"
    func items(
      _ key: String, _ report: Report, _ letters: (Character) -> Character
    ) -> [LetterChoice.Item] {
      formats.map { letter, format in
        LetterChoice.Item(
          letters(letter), words(key, words("report.format.\(format.rawValue)")),
          choice.ask(FileExport(.report(report, format), as: name, in: words.language)))
      }
    }
    let capital = { (letter: Character) in Character(letter.uppercased()) }
    return choice.box(
      items("report.masking", report.masked(), { $0 }) + items("report.unmasked", report, capital))
  }
}
