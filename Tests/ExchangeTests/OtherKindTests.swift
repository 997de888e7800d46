import Casework
import Exchange
import Labels
import Testing

/// A sheet of another kind of record is named as such.
struct OtherKindTests {
  private static let samples: [(name: String, kind: RecordKind)] = [
    ("cases-en.csv", .case), ("cases-excel.csv", .case), ("cases-kintone.csv", .case),
    ("hosts.csv", .host), ("placements.csv", .placement),
  ]

  @Test(arguments: samples, [RecordKind.case, .host, .placement, .company])
  func `a sheet is refused where its headers fit another kind far better`(
    sample: (name: String, kind: RecordKind), kind: RecordKind
  ) throws {
    let header = try SheetReader.read(SampleFiles.bytes(sample.name)).header
    do throws(SheetProblem) {
      _ = try ColumnMap(header: header, description: .of(kind))
      #expect(kind == sample.kind, "\(sample.name) as \(kind)")
    } catch {
      guard case .otherKind(let meant, let fields, let taken, let own) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(meant == sample.kind && taken == kind && kind != sample.kind)
      #expect(fields >= own + 3)
    }
  }

  @Test func `at the desk it is shown, and said what it looks like`() throws {
    let header = try SheetReader.read(SampleFiles.bytes("hosts.csv")).header
    #expect(try ColumnMap(header: header, description: .of(.case), columns: [:]).otherKind == .host)
    #expect(try ColumnMap(header: header, description: .of(.host), columns: [:]).otherKind == nil)
  }

  @Test func `whoever says what a column is knows what the sheet is`() throws {
    let header = try SheetReader.read(SampleFiles.bytes("hosts.csv")).header
    let map = try ColumnMap(
      header: header, description: .of(.case), chosen: ["代表者": "nameRoman"])
    #expect(map.targets.contains { $0 == .unknown })
  }

  /// What an export holds is taken in again as the kind it is, in either language.
  @Test(arguments: RecordKind.allCases, LabelLanguage.allCases)
  func `the labels of a kind are that kind's`(kind: RecordKind, language: LabelLanguage) throws {
    let fields = RecordDescription.of(kind).fields.filter(\.isWritable)
    guard !fields.isEmpty else { return }
    let words = Words(language)
    let header = fields.map { field in
      let own = "\(kind.rawValue).\(field.name)"
      guard case .borrowed(_, let source) = field.origin else {
        return words.text(ifAny: own) ?? words("field.\(field.name)")
      }
      return words("\(source.rawValue).\(field.name)")
    }
    do throws(SheetProblem) {
      _ = try ColumnMap(header: header, description: .of(kind))
    } catch .otherKind(let other, _, _, _) {
      Issue.record("\(kind) is taken for \(other)")
    } catch {}
  }

  @Test func `says it in both languages`() {
    let problem = SheetProblem.otherKind(.host, fields: 13, than: .case, own: 4)
    #expect(problem.sentence(Words(.en)).hasPrefix("This looks like a sheet of hosts"))
    #expect(problem.sentence(Words(.en)).contains("tomoni import hosts"))
    #expect(problem.sentence(Words(.ja)).hasPrefix("ホスト家庭の表のようです"))
  }
}
