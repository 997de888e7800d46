import Casework
import Fold
import Labels
import Widgets
import Wording

/// The views that somebody may open of a list, and what can be done with them.
struct ViewsPicker {
  let scene: Scene
  let views: [SavedList]
  private var words: Words { scene.words }

  /// Which of them, with how many records each of them holds.
  func open(_ counts: [ListCount]) -> [Deed] {
    var options = zip(views, counts).map { view, count in option(view, count) }
    options.append(act("views.save", [.give("saveView")]))
    let own = views.filter { $0.isOwn(scene) }
    if !own.isEmpty { options.append(act("views.manage", manage(own))) }
    return [.show(.picker(picker("command.views", options)))]
  }

  private func picker(_ title: String, _ options: [ChoicePicker.Option]) -> ChoicePicker {
    ChoicePicker(title: words(title), options: options, words)
  }

  private func act(_ key: String, _ deeds: [Deed]) -> ChoicePicker.Option {
    let found = ([words] + scene.otherWords).map { $0(key) }
    return ChoicePicker.Option(
      item: PickerView.Item(label: words(key)), found: Fold.key(found.joined(separator: " ")),
      deeds: deeds)
  }

  private func option(_ view: SavedList, _ count: ListCount) -> ChoicePicker.Option {
    let reading = view.reading(scene)
    let said = reading.problems.map { Deed.say($0.sentence(words)) }
    let written = scene.searchText(of: reading.query)
    return ChoicePicker.Option(
      item: PickerView.Item(
        label: name(of: view), detail: "\(count.value)\(count.isExact ? "" : "+")",
        note: written.isEmpty ? words("views.all") : written),
      found: Fold.key("\(view.name) \(written)"), deeds: [.list(reading.query)] + said)
  }

  /// Which of one's own is to be renamed, shared or thrown away.
  ///
  /// - Parameters:
  ///   - title: the label key of the box.
  ///   - also: what opens one, where no letter of the box before does.
  func arrange(_ title: String, also open: (SavedList) -> [Deed]) -> [Deed] {
    let mine = views.filter { $0.isOwn(scene) }.map { arranging($0, first: open($0)) }
    let others = views.filter { !$0.isOwn(scene) }.map { view in
      ChoicePicker.Option(
        item: PickerView.Item(label: name(of: view)), found: Fold.key(view.name), deeds: open(view))
    }
    return [.show(.picker(picker(title, mine + others)))]
  }

  /// With whose it is, where it is somebody else's, and that others see it.
  func name(of view: SavedList) -> String {
    guard view.isOwn(scene) else {
      return words("views.of", view.name, view.owner.map(ValueText(words).name) ?? "")
    }
    return view.isShared ? words("views.shared", view.name) : view.name
  }

  // MARK: One's own

  private func manage(_ own: [SavedList]) -> [Deed] {
    [.show(.picker(picker("views.manage", own.map { arranging($0) })))]
  }

  private func arranging(_ view: SavedList, first: [Deed] = []) -> ChoicePicker.Option {
    let open = first.isEmpty ? [] : [LetterChoice.Item("o", words("views.open"), first)]
    return ChoicePicker.Option(
      item: PickerView.Item(label: name(of: view)), found: Fold.key(view.name),
      deeds: [.show(.letters(LetterChoice(title: view.name, open + items(view))))])
  }

  private func items(_ view: SavedList) -> [LetterChoice.Item] {
    let form = RecordForm.few(
      SavedView.names(\.name), of: view.card, command: .edit, asksReason: false,
      today: scene.today, words: words)
    let question = Overlay.ask(
      words("views.removeQuestion", view.name), yes: words("views.removeYes"),
      no: words("desk.no"), .submit([view.change([SavedView.name(\.isRemoved): .flag(true)])]))
    return [
      LetterChoice.Item("r", words("views.rename"), [.open(form)]),
      LetterChoice.Item(
        "s", words(view.isShared ? "views.unshare" : "views.share"),
        [.submit([view.change([SavedView.name(\.isShared): .flag(!view.isShared)])])]),
      LetterChoice.Item("d", words("views.remove"), [.show(question)]),
    ]
  }

  // MARK: Keeping the list as it is

  /// A form for the name under which a list is kept.
  static func save(_ query: ListQuery, _ scene: Scene) -> [Deed] {
    guard let said = query.inWords(me: scene.mine, on: scene.today) else {
      return [.say(scene.words("views.cannotSave"))]
    }
    var form = RecordForm.add(
      .savedView, command: "saveView", viewer: scene.surroundings.viewerLink, today: scene.today,
      words: scene.words)
    let order = query.sort.map { ($0.descending ? "-" : "") + $0.field } ?? ""
    form.parts[0].fixed = [
      SavedView.name(\.listed): .text(query.kind.rawValue),
      SavedView.name(\.words): FilterText(stable: query.kind).text(said).fieldValue,
      SavedView.name(\.sort): order.fieldValue,
      SavedView.name(\.owner): .link(scene.surroundings.viewerLink),
    ]
    return [.open(form)]
  }
}

/// A view as it was read.
package struct SavedList: Hashable, Sendable {
  /// As many as a person looks through.
  private static let most = 100

  /// The views of a list or of reports, with what is shown and done of each.
  static func request(_ views: ListQuery) -> PageQuestion {
    .page(
      PageRequest(
        query: views, anchor: .first, count: most,
        fields: SavedView.names(\.name, \.listed, \.words, \.sort, \.isShared, \.owner)))
  }

  let card: Card

  var name: String { if case .text(let name) = card[\SavedView.name] { name } else { "" } }
  var isShared: Bool { card[\SavedView.isShared] == .flag(true) }
  var owner: Link? { card.link(SavedView.name(\.owner)) }

  func isOwn(_ scene: Scene) -> Bool { owner == scene.surroundings.viewerLink }

  /// The list that it is, and what of its words means nothing any more.
  func reading(_ scene: Scene) -> FilterReader.Reading {
    let kind = card.value(of: \SavedView.listed).flatMap(RecordKind.init(rawValue:)) ?? .case
    let words = if case .text(let words) = card[\SavedView.words] { words } else { "" }
    var query = ListQuery(kind)
    if case .text(let code) = card[\SavedView.sort] { query.sort = SortOrder(code: code) }
    return scene.filterReader(of: kind).read(words, into: query)
  }

  func change(_ values: [String: FieldValue]) -> Change {
    Change(
      .savedView, id: card.address.id, version: card.version, values: values,
      command: CommandName.edit.rawValue)
  }
}
