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
