import Casework
import Labels
import Wording

/// The numbers that the makers of a sheet gave their cases.
///
/// Every list has them, under any heading, and there is one field for them: the heading that says most
/// has it, and what the others say goes to the notes. None is ever lost.
struct OwnNumbers {
  private let number: FieldFacts?
  private let source: FieldFacts?
  private let kind: RecordKind

  init(_ description: RecordDescription) {
    kind = description.kind
    number = description[\Case.number]
    source = description[\Case.sourceNumber]
  }

  /// Leaves one column for the source's number.
  ///
  /// - Returns: that column, where its numbers may be this store's as well: 番号 may be either, a column
  ///   by the name of the field is what it says.
  func choose(
    among targets: inout [ColumnMap.Target], _ header: [String], _ told: [Int: ColumnMap.Target]
  ) -> Int? {
    guard let number, let source else { return nil }
    var found: [(index: Int, weight: Int)] = []
    for index in targets.indices {
      let isTold = told[index] != nil
      switch targets[index] {
      case .field(number) where !isTold && !ownNames(of: number).contains(header[index]):
        targets[index] = .field(source)
        found.append((index, weight(header[index], claimed: false)))
      case .field(source):
        let isClaimed = isTold || ownNames(of: source).contains(header[index])
        found.append((index, weight(header[index], claimed: isClaimed)))
      default: break
      }
    }
    guard
      let best = found.max(by: {
        $0.weight < $1.weight || $0.weight == $1.weight && $0.index > $1.index
      })
    else { return nil }
    for (index, _) in found where index != best.index { targets[index] = .unknown }
    return best.weight < Self.claimed ? best.index : nil
  }

  private static let claimed = 3

  private func weight(_ header: String, claimed: Bool) -> Int {
    claimed ? Self.claimed : Self.counting.contains(header) ? 1 : 2
  }

  private func ownNames(of field: FieldFacts) -> Set<String> {
    let labels = LabelLanguage.allCases.map { ValueText(Words($0)).label(of: field, in: kind) }
    return Set(([field.name] + labels).map(LabelFolding.key))
  }

  /// What may as well count the rows: 番号, No., ID.
  private static let counting = Set(SheetWords.words("number.counting").map(LabelFolding.key))

  /// Every heading of a number that somebody gives: ケースNo., 整理番号, Client ID and so on.
  static let names: [String] = claimedNames + counting.sorted()

  /// Those of them that cannot be what counts the rows.
  static let claimedNames: [String] = SheetWords.words("number.of").flatMap { of in
    SheetWords.words("number.word").map { "\(of) \($0)" }
  }
}
