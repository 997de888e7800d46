import Casework
import Labels

extension FilterNames {
  /// What the label tables say of the names of a kind: made once, asked at every letter of a search.
  struct Table: Sendable {
    let all: [String]
    /// The stable name of each folded name.
    let byKey: [String: String]

    private struct Key: Hashable {
      let kind: RecordKind
      let languages: [LabelLanguage]
      let isForVolunteer: Bool
    }

    private static let made = MadeOnce<Key, Table>()

    static func of(
      _ kind: RecordKind, _ languages: [Words], isForVolunteer: Bool
    ) -> Table {
      let key = Key(
        kind: kind, languages: languages.map(\.language), isForVolunteer: isForVolunteer)
      return made.value(of: key) { Table(kind, languages, isForVolunteer) }
    }

    private init(_ kind: RecordKind, _ languages: [Words], _ isForVolunteer: Bool) {
      let fields = RecordDescription.of(kind).fields
      let known =
        (FilterTopic.shared + fields.map(\.name).filter { !FilterTopic.shared.contains($0) }).filter
      {
        FilterTopic($0, of: kind, isForVolunteer: isForVolunteer) != nil
      }
      func isShort(_ name: String) -> Bool {
        languages[0].text(ifAny: FilterNames.key(name)) != nil
      }
      let all = known.filter(isShort) + known.filter { !isShort($0) }
      var byKey: [String: String] = [:]
      func add(_ text: String?, _ name: String) {
        let key = LabelFolding.key(text ?? "")
        if !key.isEmpty, byKey[key] == nil { byKey[key] = name }
      }
      for name in known { add(name, name) }
      for words in languages {
        for name in known { words.alternatives(FilterNames.key(name)).forEach { add($0, name) } }
      }
      for words in languages {
        let texts = ValueText(words)
        for field in fields where known.contains(field.name) {
          add(texts.label(of: field, in: kind), field.name)
          add(texts.header(of: field, in: kind), field.name)
          words.alternatives(texts.key(of: field, in: kind) + ".alias").forEach {
            add($0, field.name)
          }
        }
      }
      (self.all, self.byKey) = (all, byKey)
    }
  }
}
