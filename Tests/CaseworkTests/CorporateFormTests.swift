import Casework
import Testing

@Suite struct `The name of an organisation` {
  @Test(arguments: [
    ("丸山製作所株式会社", "丸山製作所㈱"), ("株式会社若葉", "㈱若葉"), ("有限会社中川", "㈲中川"),
    ("合同会社朝凪", "(同)朝凪"), ("特定非営利活動法人ともに", "(特非)ともに"), ("Maru Works Co., Ltd.", "Maru Works Co."),
    // Neither before nor behind it is a form; alone it is a name.
    ("全国株式会社協会", "全国株式会社協会"), ("株式会社", "株式会社"), ("丸山製作所", "丸山製作所"), ("", ""),
  ])
  func `is written with the sign of its form`(name: String, short: String) {
    #expect(CorporateForm.shortened(name) == short)
  }
}

@Suite struct `A day of a calendar` {
  @Test func `is red on Sundays and holidays, and on no other day off`() {
    let days = ["2026-11-29", "2026-11-23", "2026-11-28", "2026-12-30", "2026-11-27"]
    #expect(
      days.compactMap { CivilDate(iso: $0) }.map(DayOff.isRed) == [true, true, false, false, false])
  }
}
