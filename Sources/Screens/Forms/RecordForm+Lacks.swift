import Casework
import Widgets
import Wording

/// What a refused move lacks, as far as a field of the record itself supplies it.
extension [FieldProblem] {
  private static let supplied: Set<FieldProblem.Code> = [
    .required, .ownerRequired, .dateInFuture, .laterEndRequired, .endBeforeStart, .approvalOver,
    .otherResult,
  ]

  /// The fields of a kind that a form can ask for, each once.
  func asked(of kind: RecordKind) -> [String] {
    let description = RecordDescription.of(kind)
    let fields = filter { problem in
      Self.supplied.contains(problem.code) && problem.field != description.statusField?.name
        && description[problem.field]?.isWritable == true
    }.map(\.field)
    return fields.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  var asksReason: Bool { contains { $0.code == .reasonRequired } }
}

extension RecordForm {
  /// The form of a move with what it turned out to lack as well, and what stands against it; nil where
  /// it asks for all of that.
  func widened(by problems: [FieldProblem], editing: FieldEditing) -> RecordForm? {
    guard command == .status, parts.count == 1, let card = parts[0].card else { return nil }
    let shown = entries.map(\.facts.name)
    let lacking = problems.asked(of: card.address.kind).filter { !shown.contains($0) }
    let isWhyLacking = problems.asksReason && !asksReason
    guard !lacking.isEmpty || isWhyLacking else { return nil }
    var form = RecordForm.few(
      shown + lacking, of: card, fixed: parts[0].fixed, command: command,
      asksReason: asksReason || isWhyLacking, today: editing.today, words: editing.words)
    (form.subject, form.also, form.answers, form.serial) = (subject, also, answers, serial)
    for (index, entry) in entries.enumerated() {
      form.entries[index].value = entry.value
      if let field = view[entry.id] { form.view[entry.id]?.kind = field.kind }
    }
    if let reason = view[Self.reasonID]?.input { form.view[Self.reasonID]?.input = reason }
    let left = form.offerToday(
      for: problems.filter { lacking.contains($0.field) }, editing: editing)
    form.show(problems.filter { !lacking.contains($0.field) } + left, editing: editing)
    return form
  }

  /// Puts today where a stage says that something has happened on a day that is still to come.
  ///
  /// - Returns: the problems that this does not answer.
  mutating func offerToday(for problems: [FieldProblem], editing: FieldEditing) -> [FieldProblem] {
    problems.filter { problem in
      guard problem.code == .dateInFuture,
        let index = entries.firstIndex(where: { $0.facts.name == problem.field })
      else { return true }
      choose(.date(editing.today), for: index, editing: editing)
      return false
    }
  }
}
