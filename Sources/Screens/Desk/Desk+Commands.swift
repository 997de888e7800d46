import Casework
import Cells
import Labels
import Widgets
import Wording

extension Desk {
  /// Why a command offered here cannot be given now; nil where it can.
  func unavailable(_ name: CommandName) -> String? {
    let written = name == .add ? list.id.kind : subjectKind
    if [.add, .edit].contains(name), RecordDescription.of(written).isMadeByStore {
      return words("legal.derived")
    }
    if list.todayLine?.row?.isDraft == true, details.isEmpty, isToday {
      switch name {
      case .open: return nil
      case .edit, .status, .mark, .done, .postpone, .handOver: return words("desk.onDraft")
      default: break
      }
    }
    return switch name {
    case .edit, .status, .open, .mark, .done, .postpone, .handOver:
      subject == nil ? words("desk.nothingSelected") : lacking(for: name)
    case _ where [.showPerson, .brief, .matchHosts].contains(name) || name.logs != nil:
      subjectCase == nil ? words("desk.noCaseSelected") : nil
    case .matchJobs:
      subjectKind == .job || subjectCase != nil
        ? (subject == nil ? words("desk.nothingSelected") : nil) : words("desk.noCaseOrJob")
    case .suspend: surroundings.canSuspend ? nil : words("desk.noSuspend")
    default: lacking(for: name)
    }
  }

  /// The record the verbs are for: the one on the timeline where somebody stands there, else the
  /// opened one, else the selected one of the list.
  var subject: Card? {
    guard let pane = details.last else {
      if let picture = list.picture { return picture.view.selected }
      return list.selected
    }
    return pane.isOnTimeline ? pane.selected ?? pane.detail.card : pane.detail.card
  }

  var subjectKind: RecordKind { subject?.address.kind ?? list.id.kind }

  /// The case the log verbs are for: the opened or selected one, else the one the record is about.
  var subjectCase: Link? {
    [details.last?.detail.card, subject].compactMap(\.self).lazy.compactMap(link(toCaseOf:)).first
  }

  /// The case that a record is or is about.
  func link(toCaseOf card: Card) -> Link? {
    if card.address.kind == .case {
      return Link(card.address, number: card.number, title: ValueText(words).title(of: card))
    }
    return if case .link(let link) = card["case"] { link } else { nil }
  }

  var editing: FieldEditing { FieldEditing(today: surroundings.today, words: words) }

  mutating func perform(_ name: CommandName) -> [Effect] {
    if let reason = unavailable(name) {
      notice = Notice(text: reason)
      return []
    }
    switch name {
    case .down: return move(.down)
    case .up: return move(.up)
    case .top: return move(.first)
    case .bottom: return move(.last)
    case .halfDown: return move(.halfPageDown)
    case .halfUp: return move(.halfPageUp)
    case .pageDown: return move(.pageDown)
    case .pageUp: return move(.pageUp)
    case .open: return open()
    case .back: return goBack()
    case .nextPane:
      guard !details.isEmpty else { return open() }
      details[details.count - 1].togglePane()
    case .scrollDetailDown: scrollDetail(.down)
    case .scrollDetailUp: scrollDetail(.up)
    case .today: return show(.today)
    case .cases: return show(.cases)
    case .homestays: return show(.homestays)
    case .salons: return show(.salons)
    case .jobs: return show(.jobs)
    case .registers: askRegister()
    case .nextScreen: return show(neighbour(1))
    case .previousScreen: return show(neighbour(-1))
    case .filter:
      list.beforeFilter = list.selected?.address
      overlays.append(.filter(TextInput(list.query.search), before: list.query.search))
    case .filterStatus: askStatusFilter()
    case .filterMine: return filter(mine: true)
    case .filterOpen: return filter(mine: false)
    case .filterDue: return filter(Indicator.overdue)
    case .filterNoContact: return filter(Indicator.noContact)
    case .filterAbsences: return filter(Indicator.absences)
    case .filterStatusChanges: return filter(Indicator.statusChanges)
    case .rollCall: return askRollCall()
    case .filterClear: return clearFilters()
    case .sort: askSort()
    case .sortReverse:
      list.query.sort = SortOrder(list.query.order.field, descending: !list.query.order.descending)
      return reload(.first)
    case .mark:
      list.toggleMark()
      return move(.down)
    case .markRange: list.toggleRange()
    case .markAll: return markAll()
    case .cancel: return cancel()
    case .add: return open(addForm(of: list.id.kind))
    case .edit: return edit()
    case .status: return askStatus()
    case .undo: return discarded.map { resume($0.key) } ?? [.undo]
    case .redo: return [.redo]
    case .repeatLast: return repeatLast()
    case .drafts: askDraft()
    case .done: return markDone()
    case .postpone: return postpone()
    case .handOver: return askHandOver()
    case .language: return switchLanguage()
    case .dates: switchDates()
    case .showPerson: isShowingPerson = true; return details.isEmpty ? open() : []
    case .brief: return askBrief()
    case .picture: return togglePicture()
    case .logCheckIn: return logCheckIn()
    case .logLodging: return logLodging()
    case .matchHosts: return subjectCase.map { [.stayOptions($0.address)] } ?? []
    case .matchAll: return [.stayOptions(nil)]
    case .matchJobs: return askJobMatches()
    case .help: askHelp()
    case .palette: askPalette()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    default: return name.logs.map { log($0, by: name) } ?? []
    }
    return []
  }

  private mutating func open() -> [Effect] {
    guard let pane = details.last else {
      if case .draft(let draft)? = list.todayLine?.row, isToday { return resume(draft.key) }
      if isToday { return openToday() }
      if picture != nil { return openFromPicture() }
      return list.selected.map { [.detail(target(of: $0), for: .open)] } ?? []
    }
    if !pane.isOnTimeline {
      details[details.count - 1].togglePane()
      return []
    }
    return pane.selected.map { [.detail($0.address, for: .open)] } ?? []
  }

  private mutating func goBack() -> [Effect] {
    if isShowingPerson {
      isShowingPerson = false
    } else if picture != nil {
      return closePicture()
    } else if details.isEmpty {
      overlays.append(
        .confirm(
          ConfirmView(
            sentence: words("desk.quitQuestion"), yes: words("desk.yes"), no: words("desk.no")),
          .quit))
    } else {
      details.removeLast()
      return refreshPreview()
    }
    return []
  }

  /// Esc takes back one thing at a time and never leaves the program.
  private mutating func cancel() -> [Effect] {
    if isShowingPerson || !details.isEmpty || picture != nil { return goBack() }
    if list.range != nil {
      list.cancelRange()
    } else if !list.marked.isEmpty {
      list.clearMarks()
    } else if !list.query.search.isEmpty {
      list.query = searched(list.query, "")
      return reload(selecting: list.selected?.address)
    } else {
      notice = Notice(text: words("desk.howToQuit"))
    }
    return []
  }

  private mutating func scrollDetail(_ step: ListSelection.Step) {
    if let pane = details.last {
      details[details.count - 1] = scrolled(pane, step)
    } else {
      preview = preview.map { scrolled($0, step) }
    }
  }

  private func neighbour(_ step: Int) -> ScreenID {
    let screens = ScreenID.bar.map(\.screen)
    let index = screens.firstIndex(of: screen) ?? 0
    return screens[(index + step + screens.count) % screens.count]
  }

  private mutating func switchDates() {
    settings.dates = settings.dates.next
    notice = Notice(text: words("desk.dates.\(settings.dates.rawValue)"))
  }

  private mutating func switchLanguage() -> [Effect] {
    language = language == .ja ? .en : .ja
    inputMethod.isTold = false
    return [.remember(language)]
  }
}
