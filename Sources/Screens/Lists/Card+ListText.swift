import Casework
import Labels
import Wording

extension FieldFacts {
  /// Whether a list shows it as the days since then.
  var countsDays: Bool { name == "stageSince" }

  /// Whether it is the day by which something is to be done.
  func isAhead(in kind: RecordKind) -> Bool {
    let description = RecordDescription.of(kind)
    let deadline = description[\DeadlineRecord.warnFrom].map { _ in DeadlineRecord.name(\.date) }
    return ["nextActionDue", "due", description.dueField, deadline].contains(name)
  }

  /// Whether a list may say how far off its day is.
  func isRelative(in kind: RecordKind) -> Bool {
    isAhead(in: kind) || countsDays || name == Case.name(\.lastContact)
  }

  var isNumber: Bool { if case .number = shape { true } else { false } }
}

extension Card {
  /// What a list shows of a field: since when a record has been in its stage as a number of days, a
  /// day of a case by how far off it is, whose it is by the first of their names.
  func listText(_ field: FieldFacts, _ scene: Scene) -> String {
    let texts = ValueText(scene.words)
    if field.countsDays {
      return StageTime(self, on: scene.today).map(StageText(scene.words).short) ?? ""
    }
    let value = shown(field.name)
    switch value {
    case .code where field.isScore:
      return NeedScore(fieldValue: value)?.points.map(String.init) ?? ""
    case .number where Salon.isToBeCounted(field.name, of: self, on: scene.today): return ""
    case .number(let number):
      guard let most = ListColumns.most(of: field, in: address.kind) else { break }
      guard case .number(let all) = self[most.name] else { break }
      return "\(number)\(ListColumns.outOf)\(all)"
    case .date(let date) where field.isAhead(in: address.kind):
      let isOver = self[RecordDescription.openField] == .flag(false)
      return confirmed(
        isOver ? texts.brief(date, on: scene.today) : texts.due(date, on: scene.today), field, scene
      )
    case .date(let date) where field.name == Case.name(\.lastContact) && isCase:
      return texts.past(date, on: scene.today)
    case .link(let link) where RecordDescription.of(address.kind).ownerField?.name == field.name:
      return texts.familiarName(of: link)
    case .link: return CorporateForm.shortened(texts.shortText(self, field.name))
    case .date: return confirmed(texts.shortText(self, field.name), field, scene)
    default: break
    }
    return texts.shortText(self, field.name)
  }

  /// A day, and that it is to be confirmed where a rule gave it that is.
  private func confirmed(_ day: String, _ field: FieldFacts, _ scene: Scene) -> String {
    let text = DeadlineText(scene.words, today: scene.today)
    let doubt = text.shortStanding(ofDay: field.name, of: self)
    return doubt.isEmpty ? day : "\(day) \(doubt)"
  }

  /// Whether it stands among what is past in a list around today.
  func isPast(on today: CivilDate) -> Bool {
    let order = SortOrder(code: RecordDescription.of(address.kind).defaultSort)
    guard order.isAroundToday, case .date(let day) = self[order.field] else { return false }
    return day < today
  }
}
