import Casework
import Labels
import Widgets

/// Doing what pages, boxes and commands ask.
extension Desk {
  mutating func carryOut(_ deeds: [Deed]) -> [Effect] {
    var effects: [Effect] = []
    for deed in deeds { effects += carryOut(deed) }
    return effects
  }

  private mutating func carryOut(_ deed: Deed) -> [Effect] {
    switch deed {
    case .ask(let effect): return [effect]
    case .say(let text): notice = Notice(text: text)
    case .warn(let text): notice = Notice(text: text, isError: true)
    case .sayToo(let text):
      notice = Notice(
        text: [notice?.text, text].compactMap(\.self).joined(separator: "  "),
        isError: notice?.isError ?? false)
    case .give(let name): return perform(name)
    case .run(let name): return run(name)
    case .show(let overlay): overlays.append(overlay)
    case .close: _ = overlays.popLast()
    case .closeAll: overlays.removeAll()
    case .go(let screen): return show(screen)
    case .goTo(let screen, let record):
      // What the screen would ask for is answered without the record, and would be widened for it.
      _ = show(screen)
      made = record
      return refreshAll(showing: record)
    case .lookBeside: return lookBeside()
    case .looked(let entry): lookedUpTo = entry
    case .submit(let changes): return submit(changes)
    case .lookAhead(let changes):
      takingUp = RefusedSave(changes: changes)
      return [.preview(changes)]
    case .saveAgain(let refused):
      takingUp = refused
      return [.save(refused.changes)]
    case .move(let status): return carryOut(StatusVerbs(hand: hand).move(to: status))
    case .stage(let field, let code): return carryOut(StatusVerbs(hand: hand).set(field, code))
    case .handOver(let staff): return carryOut(DayVerbs(hand: hand).handOver(to: staff))
    case .filter(let filter): return onList { $0.filter(filter, $1) }
    case .sort(let field): return onList { $0.sort(by: field, $1) }
    case .report(let wish):
      return onList { page, scene in
        guard var report = page as? ReportPage else { return [] }
        defer { page = report }
        return report.fulfil(wish, scene)
      }
    case .cards(let wish): return CardVerbs.fulfil(wish, on: &self)
    case .training(let wish): return TrainingVerbs.fulfil(wish, on: &self)
    case .journal(let wish): return JournalVerbs.change(&self) { $0.fulfil(wish, $1) }
    case .list(let query):
      let place = ScreenID(listing: query.kind)
      lists[place] = ListedBox(place, query, for: surroundings.viewer)
      return show(place)
    case .search(let text, let isBack):
      // Back to where somebody was before they began to look.
      let kept = isBack ? list.beforeFilter : nil
      return onList { $0.search(text, keeping: kept, $1).map(Deed.ask) } + refreshPicture()
    case .walkIn(let guest): return walkIn(guest)
    default: return carryOut(onForm: deed)
    }
    return []
  }

  /// What is asked of the form on top, or opens one.
  private mutating func carryOut(onForm deed: Deed) -> [Effect] {
    switch deed {
    case .open(let form, let also): return open(form, also: also)
    case .present(let form): return present(form)
    case .resume(let key): return resume(key)
    case .leave(let next): return leave(next)
    case .leaveUnkept(let next): return go(on: next)
    case .saveForm: return form.map { submit($0) } ?? []
    case .saveTwin: return saveTwin()
    case .askDiscard: askDiscard()
    case .discard: return discard()
    case .choose(let value): return choose(value)
    case .mark(let value): mark(value)
    case .letter(let values): return carryOut(LetterVerbs.preview(values, of: lastCase, words))
    case .insert(let text): return paste(text)
    case .nextField: goToNextField()
    case .saveTyped: return saveTyped()
    default: break
    }
    return []
  }

  /// Gives a command: does what its row says, or says what it lacks.
  mutating func perform(_ name: CommandName) -> [Effect] {
    guard let command = commands[name] else { return [] }
    if let reason = command.lack(on: self) {
      notice = Notice(text: reason)
      return []
    }
    return command.act.run(&self)
  }

  private mutating func run(_ name: CommandName) -> [Effect] {
    recentCommands.removeAll { $0 == name }
    recentCommands = Array(([name] + recentCommands).prefix(CommandIndex.mostRecent))
    return perform(name)
  }

  /// Saves one change; of several it shows first what each would do.
  mutating func submit(_ changes: [Change]) -> [Effect] {
    if changes.isEmpty { return [] }
    let isLookedAt = changes.count > 1 || changes.contains(where: \.isMerge)
    return isLookedAt ? [.preview(changes)] : [.save(changes)]
  }

  private mutating func walkIn(_ guest: Guest) -> [Effect] {
    guard let id = overlays.last?.roll?.id else { return [] }
    return change(id) { page, scene in
      guard var call = page as? RollCall else { return [] }
      defer { page = call }
      return call.walkIn(guest, scene)
    }
  }

  /// After a mark was refused or taken back: its row again.
  mutating func showOnRoll(_ address: RecordAddress?) {
    guard let address, let index = overlays.firstIndex(where: { $0.roll != nil }),
      var call = overlays[index].roll
    else { return }
    call.select(address)
    overlays[index] = .page(PageBox(call))
  }
}
