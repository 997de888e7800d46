import Casework
import Labels
import Widgets
import Wording

/// Between the value of a field and what stands in a form.
struct FieldEditing {
  let today: CivilDate
  let words: Words

  private var texts: ValueText { ValueText(words) }

  /// - Parameter isAsked: whether a required field must be filled; false in a part that may be left
  ///   out as a whole.
  func formField(
    for entry: RecordForm.Entry, of kind: RecordKind, isAsked: Bool = true, card: Card? = nil
  ) -> FormField {
    var field = FormField(
      id: entry.id, label: label(entry.facts, of: kind, isAsked: isAsked),
      kind: self.kind(for: entry),
      columns: columns(entry.facts), hint: hint(entry, of: kind, card))
    // A day that is typed takes the place of the one that stands there.
    field.isFresh = [.date, .time].contains(entry.facts.shape) && !entry.value.isAbsent
    return field
  }

  /// The heading of a group, with the names of its fields.
  func heading(_ group: FieldGroup, _ entries: [RecordForm.Entry], of kind: RecordKind) -> FormField
  {
    FormField(
      id: group.name, label: words("fieldGroup.\(group.name)"), kind: .heading(isOpen: false),
      hint: entries.map { texts.label(of: $0.facts, in: kind) }.joined(separator: "  "))
  }

  func reasonField(id: String) -> FormField {
    FormField(id: id, label: words("desk.reason"), kind: .text(TextInput("")))
  }

  func kind(for entry: RecordForm.Entry) -> FormField.Kind {
    let text = typedText(entry)
    switch entry.facts.shape {
    case .longText:
      let rows = entry.facts.uses.contains(.page) ? 12 : 3
      return .lines(TextInput(text, isMultiline: true), rows: rows)
    case .flag: return .flag(entry.value == .flag(true))
    case .choice, .choices, .reference: return .choice(text)
    case .text, .number, .date, .time, .instant: return .text(TextInput(text))
    }
  }

  /// A value as it is edited: a date in a writing that is always read back as it was.
  private func typedText(_ entry: RecordForm.Entry) -> String {
    let dates = words.dates == .named ? DateStyle.named : .iso
    return ValueText(Words(words.language, dates: dates)).text(entry.value, of: entry.facts.shape)
  }

  /// The value that stands in a form field; throws what is wrong with the typed text.
  func value(of entry: RecordForm.Entry, in field: FormField) throws(FieldProblem) -> FieldValue {
    switch field.kind {
    case .flag(let flag):
      // Never said and not set is not the same as said to be not so.
      return !flag && entry.initial.isAbsent ? .absent : .flag(flag)
    case .choice, .heading: return entry.value
    case .text(let input), .lines(let input, _):
      return try read(input.text, entry.facts)
    }
  }

  private func read(_ text: String, _ facts: FieldFacts) throws(FieldProblem) -> FieldValue {
    let trimmed = text.trimmed
    if trimmed.isEmpty { return .absent }
    switch facts.shape {
    case .date where facts.isBirth: return try .birth(trimmed, today: today)
    case .date:
      switch DateText.read(trimmed, today: today, monthFirst: !words.hasNamedMonths) {
      case .date(let date): return .date(date)
      case .ambiguous: throw ambiguity(trimmed, facts)
      case .notADate: throw FieldProblem(facts.name, .notADate, .text(trimmed))
      }
    case .time:
      guard let time = ClockTime(text: trimmed) else {
        throw FieldProblem(facts.name, .notADate, .text(trimmed))
      }
      return .time(time)
    case .number:
      guard let number = NumberText.read(trimmed) else {
        throw FieldProblem(facts.name, .notANumber, .text(trimmed))
      }
      return .number(number)
    default: return .text(trimmed)
    }
  }

  /// That 10/3 is two days, with both of them.
  private func ambiguity(_ text: String, _ facts: FieldFacts) -> FieldProblem {
    let days = (DateText.daysOfYear(text) ?? []).map { texts.monthDay($0) }
    guard days.count == 2 else { return FieldProblem(facts.name, .ambiguousDate, .text(text)) }
    return FieldProblem(facts.name, .dayOrMonth, .text(days[1]), .text(days[0]))
  }

  /// What a typed date means beyond what is typed, or what it leaves open; nil for what is no date.
  func echo(_ text: String, _ facts: FieldFacts) -> String? {
    guard facts.shape == .date else { return nil }
    if facts.isBirth, case .known(let birth) = BirthDateText.read(text.trimmed), !birth.isExact {
      return "\(birth.text) (\(words(birth.precision.labelKey)))"
    }
    do throws(FieldProblem) {
      guard case .date(let date) = try read(text, facts) else { return "" }
      return meaning(of: date, typed: text, facts)
    } catch {
      return [.dayOrMonth, .yearMissing].contains(error.code) ? shortSentence(error) : ""
    }
  }

  private func meaning(of date: CivilDate, typed: String, _ facts: FieldFacts) -> String {
    facts.isBirth && date <= today
      ? texts.meaning(ofBirth: date, typed: typed, today: today)
      : texts.meaning(of: date, typed: typed, today: today)
  }

  func sentence(_ problem: FieldProblem, kind: RecordKind?) -> String {
    ProblemText(words).sentence(problem, kind: kind)
  }

  func shortSentence(_ problem: FieldProblem) -> String {
    ProblemText(words).sentence(problem, kind: nil)
  }

  func label(_ facts: FieldFacts, of kind: RecordKind, isAsked: Bool = true) -> String {
    texts.label(of: facts, in: kind) + (facts.isRequired && isAsked ? words("desk.required") : "")
  }

  /// - Parameter card: the record as it stands, where there is one.
  private func hint(_ entry: RecordForm.Entry, of kind: RecordKind, _ card: Card?) -> String {
    if case .date(let date) = entry.value {
      let meaning = self.meaning(of: date, typed: typedText(entry), entry.facts)
      // Beside a day that a rule gave stands its doubt, beside one that rules count from what they do.
      let (type, name) = (kind.recordType, entry.facts.name)
      let beside =
        type.isDueByLaw && type.dueField != name
        ? texts.hint(of: entry.facts, in: kind)
        : card.map { DeadlineText(words, today: today).shortStanding(ofDay: name, of: $0) }
      guard let beside, !beside.isEmpty else { return meaning }
      return words("legal.due", meaning, beside)
    }
    return texts.hint(of: entry.facts, in: kind)
      ?? (entry.facts.shape == .date ? words("form.dateHint") : "")
  }

  private func columns(_ facts: FieldFacts) -> Int {
    switch facts.shape {
    case .date, .instant: 14
    case .time: 8
    case .number: 14
    case .flag: 6
    case .longText where facts.uses.contains(.page): 76
    case .text, .longText, .choice, .choices, .reference: 44
    }
  }
}

extension String {
  /// Without blanks and newlines at either end.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
