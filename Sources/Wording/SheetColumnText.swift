package import Casework
package import Labels

/// What the columns of a sheet become, in words.
package struct SheetColumnText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// What a column becomes.
  package func use(_ use: SheetColumn.Use, in kind: RecordKind) -> String {
    switch use {
    case .field(let name), .namePart(let name): label(of: name, in: kind)
    case .called(let name): words("sheet.use.called", label(of: name, in: kind))
    case .day(let name): words("sheet.use.day", label(of: name, in: kind))
    case .household: words("sheet.use.household")
    case .number: words("export.number")
    case .kept: words("sheet.use.kept")
    case .remark: words("sheet.use.remark")
    case .individualNumber: words("sheet.use.individualNumber")
    case .occasion: words("sheet.use.occasion")
    case .counter: words("sheet.use.counter")
    case .note: words("sheet.use.note")
    }
  }

  /// The label of a field, of a column of a record about the case, or of a part of a name.
  package func label(of name: String, in kind: RecordKind) -> String {
    let description = RecordDescription.of(kind)
    if let field = description[name], field.isWritable {
      return ValueText(words).label(of: field, in: kind)
    }
    return words.text(ifAny: "caseColumn.\(name)") ?? name
  }

  /// What is not clear of a column; nil where it is.
  package func doubt(_ column: SheetColumn, in kind: RecordKind) -> String? {
    switch column.doubt {
    case nil: nil
    case .mayBe(let field): words("sheet.doubt.mayBe", label(of: field, in: kind))
    case .twin(let other): words("sheet.doubt.twin", SheetColumn.letters(other))
    }
  }

  /// Why rows are refused, and where: 国籍: 選択肢にありません.
  ///
  /// - Parameter problem: the first of them, which is said where its reason has no words of its own.
  package func reason(
    _ reason: SheetReason, _ problem: FieldProblem, in kind: RecordKind
  ) -> String {
    guard let said = words.text(ifAny: "sheet.reason.\(reason.code.rawValue)") else {
      return ProblemText(words).rowSentence(problem, in: kind)
    }
    return reason.field.isEmpty ? said : "\(label(of: reason.field, in: kind)): \(said)"
  }
}

extension SheetColumn {
  /// How `--map` calls the parts of a name that have columns of their own.
  package static let nameParts = ["family", "given", "middle", "familyKana", "givenKana"]
    .map { "name.\($0)" }
}

extension SheetColumn.Use {
  /// How `--map` calls what the column becomes; nil where it is no field.
  package var stableName: String? {
    switch self {
    case .field(let name), .namePart(let name): name
    default: nil
    }
  }
}
