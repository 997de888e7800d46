import Casework
import Fold
import Labels
import Testing

/// What the headers of a sheet may be called.
struct ImportNamesTests {
  /// Every field of a kind that a name leads to, by the folded name.
  private func fields(of kind: RecordKind) -> [String: Set<String>] {
    var fields: [String: Set<String>] = [:]
    for field in RecordDescription.of(kind).fields {
      var key = "\(kind.rawValue).\(field.name)"
      if case .borrowed(_, let source) = field.origin { key = "\(source.rawValue).\(field.name)" }
      for words in LabelLanguage.allCases.map(Words.init) {
        let alias = words.text(ifAny: key + ".alias")?.split(separator: "|").map(String.init) ?? []
        let names = [words(key), words.text(ifAny: key + ".column")].compactMap(\.self) + alias
        for name in names { fields[fold(name), default: []].insert(field.name) }
      }
    }
    return fields
  }

  private func fold(_ text: String) -> String { Fold.identity(text).filter { $0 != " " } }

  @Test(arguments: RecordKind.allCases) func `a name leads to one field`(kind: RecordKind) {
    let several = fields(of: kind).filter { $0.value.count > 1 }
    #expect(several == [:])
  }

  @Test(arguments: Catalogue.all) func `a word means one choice of a list`(catalogue: Catalogue) {
    var codes: [String: Set<String>] = [:]
    for words in LabelLanguage.allCases.map(Words.init) {
      for code in catalogue.codes {
        let key = catalogue.labelKey(code)
        let alias = words.text(ifAny: key + ".alias")?.split(separator: "|").map(String.init) ?? []
        for word in [words(key)] + alias { codes[fold(word), default: []].insert(code) }
      }
    }
    #expect(codes.filter { $0.value.count > 1 } == [:])
  }

  @Test func `no word means both yes and no`() {
    let sets = ["true", "false"].map { flag in
      Set(
        LabelLanguage.allCases.map(Words.init).flatMap { words in
          [words("flag.\(flag)")] + words("import.\(flag)").split(separator: "|").map(String.init)
        }.map { $0.lowercased() })
    }
    #expect(sets[0].intersection(sets[1]) == [])
  }

  /// The headers of spreadsheets as organisations export them; nil: there is no such field.
  @Test(
    arguments: [
      (.case, "レコード番号", "sourceNumber"), (.case, "氏名（ローマ字）", "nameRoman"),
      (.case, "氏名(カタカナ)", "nameKana"), (.case, "フリガナ", "nameKana"),
      (.case, "母語表記", "nameNative"), (.case, "性別", "gender"), (.case, "生年月日", "birthDate"),
      (.case, "国籍・地域", "nationality"), (.case, "状態", "status"), (.case, "担当", "owner"),
      (.case, "受付日", "opened"), (.case, "在留資格", "statusOfResidence"),
      (.case, "在留期限", "stayExpires"),
      (.case, "就労許可", "workPermission"), (.case, "備考", nil), (.case, "メモ欄", nil),
      (.case, "Roman name", "nameRoman"), (.case, "Date of birth", "birthDate"),
      (.case, "Nationality or region", "nationality"), (.case, "Case status", "status"),
      (.case, "Opened", "opened"), (.case, "Unknown column", nil), (.host, "家庭名", "name"),
      (.host, "代表者", "representative"), (.host, "都道府県", "prefecture"),
      (.host, "市区町村", "city"), (.host, "最寄り駅", "nearestStation"), (.host, "定員", "capacity"),
      (.host, "ペット", "hasPets"), (.host, "喫煙", "hasSmokers"), (.host, "対応できる食事", "diets"),
      (.host, "言語", "languages"), (.host, "受入可能日", "availableFrom"),
      (.host, "承認日", "approvedOn"), (.host, "状態", "stage"), (.placement, "Case", "case"),
      (.placement, "Company", "company"), (.placement, "Occupation", "occupation"),
      (.placement, "Stage", "stage"), (.placement, "Offer accepted on", "offerAcceptedOn"),
      (.placement, "Started on", "startedOn"), (.placement, "Annual pay (JPY)", "annualPay"),
      (.placement, "Colleagues", "colleagues"),
    ] as [(RecordKind, String, String?)])
  func `headers of real sheets are known`(kind: RecordKind, header: String, field: String?) {
    #expect(fields(of: kind)[fold(header)] == field.map { [$0] })
  }
}
