internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

/// The desk in sentences: what is said of it where nothing is painted.
///
/// It follows from the state and from the frame that would be painted, so that there is nothing on
/// the screen that is not heard, and no word of its own for what the screen says.
package struct LinearText {
  let desk: Desk
  let words: Words

  package init(_ desk: Desk) {
    self.desk = desk
    words = desk.words
  }

  /// How large the frame is that is read: no column is cut, and a record is whole.
  package static let size = (rows: 120, columns: 200)

  package var place: LinearPlace {
    LinearPlace(
      title: title, depth: desk.overlays.count * 100 + desk.details.count,
      field: desk.overlays.last?.form?.view.focused?.id, notice: desk.notice,
      state: [desk.isWaiting, desk.isHidden, desk.lostStore != nil])
  }

  /// What is said after something was done: what came of it, and where one is now.
  ///
  /// - Parameters:
  ///   - before: where one was; nil at the beginning.
  ///   - message: what is to be said of the line itself, which then did nothing.
  package func answer(since before: LinearPlace?, _ message: String? = nil) -> String {
    if let message { return Self.joined([message, here]) }
    if desk.isHidden { return words("desk.hidden") }
    var sentences: [String] = []
    if desk.isWaiting {
      sentences.append(words("desk.waiting"))
    } else if let left = before.flatMap(leftField) {
      sentences.append(left)
    }
    if let lost = desk.lostStore {
      sentences.append(words("desk.storeLost", RefusalText(words).sentence(lost)))
    }
    if let notice = desk.notice { sentences.append(notice.text) }
    let here = here
    // A page that is read from its first row says its title itself.
    if before?.title != title || before?.depth != place.depth, !here.hasPrefix(title.unspaced) {
      sentences.append(title)
    }
    sentences.append(here)
    return Self.joined(sentences)
  }

  /// Sentences on one line, each with an end.
  static func joined(_ sentences: [String]) -> String {
    sentences.map(\.unspaced).filter { !$0.isEmpty }.map { sentence in
      guard let last = sentence.last, last.isLetter || last.isNumber || ")」)]%".contains(last)
      else { return sentence }
      return sentence + (last.isASCII ? "." : "。")
    }.joined(separator: " ")
  }

  /// What the page or the box is called.
  var title: String {
    switch desk.overlays.last {
    case nil: pageTitle
    case .form(let form): LinearForm(form, words).title
    case .picker(let picker): picker.view.title
    case .find(let box): box.view.title
    case .filter: words("command.filter")
    // These are said whole.
    case .letters, .confirm, .conflict, .bulk: ""
    case .page: LinearFrame(desk).first
    }
  }

  private var pageTitle: String {
    if desk.isShowingPerson { return words("mode.person") }
    // Its first rows say whose it is.
    if !desk.details.isEmpty { return "" }
    if case .register(let kind) = desk.screen { return words("kind.\(kind.rawValue).plural") }
    return words("screen.\(desk.screen.name)")
  }

  /// Where one is: the row, the field, or what is asked.
  package var here: String {
    switch desk.overlays.last {
    case nil: desk.pressed.isEmpty ? page : letters(PrefixBox(desk: desk).box)
    case .form(let form):
      LinearForm(form, words).sentence(problem: formProblem(form))
    case .picker(let picker): self.picker(picker.view)
    case .find(let box): self.picker(box.view)
    case .letters(let choice): letters(choice.view)
    case .confirm(let view, _):
      Self.joined([view.sentence, "y \(view.yes), n \(view.no)"])
    case .bulk, .conflict, .filter, .page: boxLines
    }
  }

  private func formProblem(_ form: RecordForm) -> String? {
    form.problem ?? desk.draftFault.map { RefusalText(words).sentence($0) }
  }

  /// A row of the page, by its place among the others.
  private var page: String {
    if let page = desk.details.last, !page.isOnTimeline {
      let rows = LinearFrame(desk).all.prefix(Self.leadingRows)
      let more = page.timeline.isEmpty ? "" : words("linear.timeline", String(page.timeline.count))
      return Self.joined(Array(rows) + [more])
    }
    let frame = LinearFrame(desk)
    if desk.picture != nil { return frame.text(frame.cursorRow) }
    guard let number = rowNumber else { return boxLines }
    let row = told ?? frame.text(frame.cursorRow)
    return "\(words("desk.position", String(number), rowCount)): \(row)"
  }

  /// So many rows of a record are said when it is opened; all of them are read on request.
  private static let leadingRows = 3

  /// What the page says itself of its row.
  private var told: String? {
    guard desk.details.isEmpty, desk.picture == nil else { return nil }
    return desk.list.told(desk.scene(of: desk.list.id))
  }

  /// The number of the row one is at, from 1; nil where there are no rows.
  var rowNumber: Int? {
    if let view = pickerView {
      return view.selected.map { selectable(view).firstIndex(of: $0) ?? 0 }
        .map { $0 + 1 }
    }
    guard desk.overlays.isEmpty else { return nil }
    if let page = desk.details.last {
      return page.isOnTimeline && page.selection.count > 0 ? page.selection.index + 1 : nil
    }
    guard desk.picture == nil, desk.list.selection.count > 0 else { return nil }
    return (desk.list as? ListPage)?.position ?? desk.list.selection.index + 1
  }

  /// How many rows there are, as far as it is known.
  private var rowCount: String {
    if let page = desk.details.last { return String(page.selection.count) }
    if let list = desk.list as? ListPage, let count = list.count {
      return count.isExact ? String(count.value) : "\(count.value)+"
    }
    return String(desk.list.selection.count)
  }

  /// Everything on the page, row by row.
  package var all: [String] {
    switch desk.overlays.last {
    case .form(let form): LinearForm(form, words).all
    case .picker(let picker): picker.view.items.map(item)
    case .find(let box): box.view.items.map(item)
    case .letters, .confirm: [here]
    default: LinearFrame(desk).all
    }
  }
}
