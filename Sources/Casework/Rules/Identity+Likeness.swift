extension Identity {
  /// Compares the values of a row with those of a stored record.
  package func likeness(
    of given: [String: FieldValue], to known: [String: FieldValue],
    in description: RecordDescription
  ) -> Likeness {
    let sides = Sides(given: given, known: known, description: description)
    if isEverything {
      return given.keys.allSatisfy { sides.compared($0) == .same } ? .same : .other
    }
    let called = names.filter { sides.areBoth($0) }.map(sides.compared)
    let keyed = keys.filter { comparesBlanks || given[$0] != nil }.map(sides.compared)
    guard names.isEmpty || called.contains(where: \.isSame), keyed.allSatisfy(\.isSame) else {
      return .other
    }
    let differing = apart.filter { sides.areBoth($0) && sides.compared($0) == .different }
    if !differing.isEmpty { return .possible(.differs(differing)) }
    if (called + keyed).contains(.writtenOtherwise) { return .possible(.written) }
    return needsBirthDate ? sides.birthProof : .same
  }

  /// The fields in which a record found by its number contradicts the row, the strongest first;
  /// empty where it can be the record of the row.
  ///
  /// - Parameters:
  ///   - isOwn: whether the number is one that this store gives. A number of somebody else's list
  ///     may be in two lists, so less is taken on its word.
  ///   - corrected: fields in which the sheet is to win, which may differ therefore.
  package func contradiction(
    of given: [String: FieldValue], to known: [String: FieldValue],
    in description: RecordDescription, isOwn: Bool, corrected: Set<String>
  ) -> [String] {
    let sides = Sides(given: given, known: known, description: description)
    let compared =
      isEverything
      ? given.keys.sorted().filter { description.identifies($0) } : (names + keys + apart).unique
    var fields = compared.filter { sides.areBoth($0) && !corrected.contains($0) }
    // A person has several names in use; another of them tells nothing.
    fields.removeAll { sides.compared($0) == .different && names.contains($0) && !tellsApart($0) }
    let differing = fields.filter { sides.compared($0) == .different }
    if differing.isEmpty {
      // Names in two scripts cannot be compared; then the number stands alone.
      let unlike = isOwn ? nil : unlikeName(sides, corrected)
      return unlike.map { [$0] } ?? []
    }
    let isElsewhere = differing.contains { description[$0]?.isReference == true }
    if isElsewhere && isOwn { return differing }
    func weight(_ fields: [String]) -> Int {
      fields.reduce(0) { $0 + (names.contains($1) ? 2 : 1) }
    }
    let agreeing = fields.filter { !differing.contains($0) }
    if isOwn { return weight(differing) > weight(agreeing) ? differing : [] }
    let isProven =
      agreeing.contains(where: names.contains)
      && (!needsBirthDate || agreeing.contains(BirthDate.field) && sides.birthProof == .same)
    let isUnlike = differing.contains { Person.names(\.nationality, \.gender).contains($0) }
    return isProven && !isUnlike ? [] : differing
  }

  /// A name of the row that cannot be compared with one of the record, where nothing else that is
  /// somebody's own is the same.
  private func unlikeName(_ sides: Sides, _ corrected: Set<String>) -> String? {
    let said = names.first { sides.given[$0] != nil && !corrected.contains($0) }
    let isNamed = names.contains { sides.known[$0]?.isAbsent == false }
    let isCalledSo = names.contains { sides.areBoth($0) && sides.compared($0) != .different }
    let isBorneOut = Person.names(\.birthDate, \.phone).contains {
      sides.areBoth($0) && sides.compared($0) == .same
    }
    return isNamed && !isCalledSo && !isBorneOut ? said : nil
  }

  private func tellsApart(_ name: String) -> Bool {
    apart.contains(name) || !needsBirthDate
  }
}

extension RecordDescription {
  /// Whether a field says what a record is about, rather than how it stands or goes on.
  fileprivate func identifies(_ name: String) -> Bool {
    guard let field = self[name] else { return false }
    return field.shape != .longText && name != statusField?.name
  }
}

extension FieldFacts {
  fileprivate var isReference: Bool { if case .reference = shape { true } else { false } }
}

extension [String] {
  fileprivate var unique: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
