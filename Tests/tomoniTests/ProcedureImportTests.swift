import CustomDump
import TestSupport
import Testing

/// Sheets of what goes on at the authority and of what it costs, with the headings that offices use.
struct ProcedureImportTests {
  /// The records of a kind by the codes of some of their fields.
  private func listed(
    _ store: CommandStore, _ kind: String, _ fields: String...
  ) throws -> [String] {
    try store.objects("list", kind, "--columns", fields.joined(separator: ",")).map { record in
      fields.map { record[$0] ?? "" }.joined(separator: " ")
    }.sorted()
  }

  /// Taken in once, and the second time nothing changes.
  private func importTwice(_ store: CommandStore, _ kind: String, _ sheet: String) throws {
    try store.importSheet(kind, sheet)
    let again = try store.importSheet(kind, sheet, "--format", "json")
    #expect(again.contains("\"added\": 0") && again.contains("\"changed\": 0"), "\(again)")
  }

  /// A place in Japan is Japan, in a column of where somebody was born and in no other; what no field
  /// holds is said.
  @Test func `births come with where a child was born`() throws {
    let store = try CommandStore(cases: false)
    let said = try store.importSheet(
      "cases",
      """
      氏名(ローマ字),フリガナ,出生日,性別,国籍,出生地,続柄,母の氏名,出生届提出日
      NOOR AHMADI,ヌール アフマディ,令和8年5月2日,女,アフガニスタン,東京都新宿区,長女,MARYAM AHMADI,2026/5/10
      """)
    #expect(said.contains("母の氏名") && said.contains("出生届提出日"), "\(said)")
    try store.importSheet(
      "cases",
      """
      Name,DOB,Sex,Nationality,Place of birth,Relationship,Mother,Hospital
      SAMI HADDAD,2026-06-01,M,Syria,"Tokyo, Japan",Son,RANA HADDAD,Shinjuku General
      LINA HADDAD,2026-06-01,F,Syria,Japan,Newborn,RANA HADDAD,
      """)
    expectNoDifference(
      try listed(store, "cases", "nameRoman", "birthDate", "birthCountry", "householdRole"),
      [
        "LINA HADDAD 2026-06-01 JPN child", "NOOR AHMADI 2026-05-02 JPN child",
        "SAMI HADDAD 2026-06-01 JPN child",
      ])
    for wrong in ["国籍\nRANA HADDAD,東京都", "出生地\nRANA HADDAD,カブール州"] {
      try store.folder.write("氏名(ローマ字),\(wrong)\n", to: "wrong.csv")
      let run = try store.run("import", "cases", store.folder.path("wrong.csv"))
      #expect(run.exit == .code(65), "\(wrong) \(run.output)")
    }
  }

  /// Sheets as somebody makes them who does not know this program: whatever they call a person, a
  /// payment or a result that is not there yet.
  @Test func `sheets of strangers are read`() throws {
    let store = try CommandStore()
    let sheets = [
      (
        "applications",
        """
        利用者名,申請種別,申請年月日,結果,結果通知日
        SALMA HADDAD,在留資格の取得,令和8年5月28日,審査中,
        """
      ),
      (
        "applications",
        """
        Client,Application type,Applied,Outcome,Decision date
        OLENA KOVAL,Extension,2026-08-01,Pending,
        """
      ),
      (
        "fees",
        """
        日付,対象者,内容,金額（円）,支払者
        2026/8/20,SALMA HADDAD,在留期間更新 手数料,"6,000",当会
        """
      ),
      (
        "fees",
        """
        Date,Client,Item,Amount,Paid by
        2026-08-21,OLENA KOVAL,Medical certificate,"¥5,500",Client
        """
      ),
      ("detentions", "相談者,収容先,収容日,釈放日,放免理由\nSALMA HADDAD,東京入管,2026/3/1,2026/5/9,仮放免許可\n"),
      (
        "detentions",
        "Client,Facility,Date detained,Date released\nOLENA KOVAL,Ushiku,2026-04-01,\n"
      ),
      ("allowances", "利用者,種別,申請日,結果,月額\nSALMA HADDAD,保護費,2026/3/1,申請中,\n"),
      (
        "allowances",
        "Client,Type,Applied,Decided,Result,Monthly amount\n"
          + "OLENA KOVAL,RHQ,2026-03-01,2026-05-01,Granted,72000\n"
      ),
    ]
    for (kind, sheet) in sheets { try importTwice(store, kind, sheet) }
    expectNoDifference(
      try listed(store, "applications", "type", "on", "result"),
      ["acquisition 2026-05-28 null", "renewal 2026-08-01 null"])
    expectNoDifference(
      try listed(store, "fees", "type", "amount", "payer"),
      ["application 6000 fund", "medical 5500 person"])
    expectNoDifference(
      try listed(store, "detentions", "on", "until", "ended"),
      ["2026-03-01 2026-05-09 provisional_release", "2026-04-01 null null"])
    expectNoDifference(
      try listed(store, "allowances", "type", "on", "result"),
      ["protection 2026-03-01 granted", "protection 2026-03-01 null"])
  }

  @Test func `applications come with their papers and their results`() throws {
    let store = try CommandStore()
    try importTwice(
      store, "applications",
      """
      案件番号,申請種別,申請日,申請番号,追加資料,追加資料の期限,申請結果,決定日,行政書士,法テラス利用
      2026-0001,更新,令和8年5月1日,東京 12-345,在職証明書,2026/5/20,,,,申込中
      2026-0002,難民認定申請,2026/4/3,,,,不認定,2026-06-30,青葉法律事務所,利用中
      2026-0001,資格外,2026-04-20,,,,許可,2026-05-11,,
      """)
    expectNoDifference(
      try listed(store, "applications", "type", "on", "documentsDue", "result", "legalAid"),
      [
        "outside_status 2026-04-20 null granted null",
        "refugee 2026-04-03 null denied granted",
        "renewal 2026-05-01 2026-05-20 null applied",
      ])
    try importTwice(
      store, "applications",
      """
      Case number,Application type,Application date,Receipt number,Outcome,Decision date
      2026-0002,COE,2026-05-06,A-77,Withdrawn,2026-05-30
      """)
    #expect(
      try listed(store, "applications", "type", "receiptNumber", "result")
        .contains("certificate_of_eligibility A-77 withdrawn"))
  }

  @Test func `detention comes with its place and its order`() throws {
    let store = try CommandStore()
    try importTwice(
      store, "detentions",
      """
      案件番号,収容場所,収容開始日,令書,放免日,放免理由,次回面会日,備考
      2026-0001,東日本入国管理センター,2026/3/2,退令,2026/5/9,仮放免,,血圧の薬
      2026-0002,東京出入国在留管理局,R8.5.20,収容令書,,,2026-07-01,
      """)
    expectNoDifference(
      try listed(store, "detentions", "on", "ground", "until", "ended", "nextVisit"),
      [
        "2026-03-02 deportation_order 2026-05-09 provisional_release null",
        "2026-05-20 detention_order null null 2026-07-01",
      ])
    #expect(try listed(store, "detentions", "notes").contains("血圧の薬"))
    try importTwice(
      store, "detentions",
      "Case number,Facility,Detained since,Order\n2026-0003,Ushiku,2026-06-01,Removal order\n")
    #expect(
      try listed(store, "detentions", "place", "ground").contains("Ushiku deportation_order"))
  }

  @Test func `fees come with who paid them`() throws {
    let store = try CommandStore()
    try importTwice(
      store, "fees",
      """
      案件番号,費目,支払日,手数料,負担,返済日
      2026-0001,収入印紙,2026/5/1,"６，０００円",基金,
      2026-0002,パスポート,2026/5/2,"16,000",立替,2026/6/1
      2026-0001,診断書,2026/5/3,5500,本人負担,
      """)
    expectNoDifference(
      try listed(store, "fees", "type", "amount", "payer", "repaidOn"),
      [
        "application 6000 fund null", "medical 5500 person null",
        "passport 16000 advance 2026-06-01",
      ])
    try importTwice(
      store, "fees",
      "Case number,What for,Payment date,JPY,Who paid\n2026-0003,Translation,2026-05-09,9900,Us\n")
    #expect(
      try listed(store, "fees", "type", "amount", "payer").contains("translation 9900 fund"))
  }

  @Test func `allowances come with their month and their end`() throws {
    let store = try CommandStore()
    try importTwice(
      store, "allowances",
      """
      案件番号,制度,保護費申請日,支給可否,支給決定日,支給月額,支給終了予定日
      2026-0001,保護費,2026/2/1,支給中,2026/4/7,"72,000",2026/8/6
      2026-0002,ESFRA,2026/3/1,,,,
      """)
    expectNoDifference(
      try listed(store, "allowances", "type", "result", "resultOn", "monthlyAmount", "until"),
      [
        "emergency_shelter null null null null",
        "protection granted 2026-04-07 72000 2026-08-06",
      ])
  }

  @Test func `incidents get the days that the law gives them`() throws {
    let store = try CommandStore()
    try importTwice(
      store, "incidents",
      """
      事案,認知日,原因区分,対象人数,漏えいした情報,個人情報保護委員会への速報
      名簿の誤送信,2026/6/1,誤送信,12,氏名と国籍,2026/6/3
      端末の盗難,2026/6/10,盗難,1,面談メモ,
      """)
    expectNoDifference(
      try listed(store, "incidents", "on", "people", "reportBy", "reportLast", "finalBy", "due"),
      [
        "2026-06-01 12 2026-06-03 2026-06-05 2026-06-30 2026-06-30",
        "2026-06-10 1 2026-06-12 2026-06-14 2026-08-08 2026-06-12",
      ])
  }
}
