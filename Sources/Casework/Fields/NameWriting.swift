/// How a language writes names.
package enum NameWriting: String, CaseIterable, Sendable {
  /// As in Japan: in the characters of the name, and ordered by its reading.
  case kana
  /// In Roman letters.
  case roman
}

/// That a field says the same as another of its record in a writing of its own: a name by its
/// reading, by which Japanese lists are ordered, or in Roman letters.
package struct Rewriting: Hashable, Sendable {
  package let field: String
  package let writing: NameWriting

  static func kana(of field: String) -> Self { Self(field: field, writing: .kana) }
  static func roman(of field: String) -> Self { Self(field: field, writing: .roman) }
}

extension Record {
  /// Readings that are written anew in other letters than kana.
  func kanaProblems(before: Self?) -> [FieldProblem] {
    Self.fields.compactMap { field in
      guard field.facts.uses.contains(.kana), case .text(let text) = field.read(self),
        before.map(field.read) != .text(text),
        text.unicodeScalars.contains(where: { $0.properties.isAlphabetic && $0.value < 0x250 })
      else { return nil }
      return FieldProblem(field.facts.name, .notKana)
    }
  }
}

extension RecordDescription {
  /// The field that says in a writing what another says; nil where there is none.
  package func field(_ name: String, in writing: NameWriting) -> FieldFacts? {
    guard !rewritten.isEmpty else { return nil }
    return rewritten[Rewriting(field: name, writing: writing)].flatMap { self[$0] }
  }

  /// The field a reader of a writing reads in the place of another; the field itself where that is
  /// what stands there, or where it is a reading, by which only persons are called.
  package func readField(_ name: String, in writing: NameWriting) -> String {
    writing == .kana ? name : field(name, in: writing)?.name ?? name
  }

  /// The fields a person recognises a record by, the first that is filled wins.
  package func titles(in writing: NameWriting) -> [String] {
    switch writing {
    case .kana:
      let kana = Person.name(\.nameKana)
      return (titleFields.contains(kana) ? [kana] : [])
        + titleFields.filter { name in
          name != kana && self[name]?.rewrites?.writing != .roman
        } + titleFields.filter { self[$0]?.rewrites?.writing == .roman }
    case .roman:
      return titleFields.filter { self[$0]?.rewrites?.writing == .roman }
        + titleFields.filter { self[$0]?.rewrites?.writing != .roman }
    }
  }
}
