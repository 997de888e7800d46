import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct StageTextTests {
  private func placement(_ stage: String, since days: Int, paused: Bool = false) -> Card {
    Made.card(
      .placement,
      [
        "stage": .code(stage), "stageSince": .date(Made.today.adding(days: -days)),
        "pausedOn": paused ? .date(Made.today) : .absent,
      ])
  }

  @Test func `counts days, and marks what nobody moves on`() throws {
    let fresh = try #require(StageTime(placement("prospect", since: 3), on: Made.today))
    let stalled = try #require(StageTime(placement("prospect", since: 40), on: Made.today))
    #expect(StageText(Words(.en)).short(fresh) == "3")
    #expect(StageText(Words(.en)).short(stalled) == "!40")
    expectNoDifference(Both { StageText($0).days(stalled) }, Both(en: "!40d", ja: "!40日"))
    let since = Made.day("2026-08-24")
    expectNoDifference(
      Both { StageText($0).sentence(stalled, since: since) },
      Both(
        en: "2026-08-24, 40 days in this stage: stalled",
        ja: "2026-08-24 から 40 日。停滞しています"))
    expectNoDifference(
      Both { StageText($0).sentence(fresh, since: since) },
      Both(en: "2026-08-24, 3 days in this stage", ja: "2026-08-24 から 3 日"))
  }

  @Test func `says that a way to work waits rather than for how long`() {
    let waiting = placement("offer", since: 40, paused: true)
    expectNoDifference(
      Both { StageText($0).mark(waiting, on: Made.today) }, Both(en: "paused", ja: "停止"))
    #expect(StageText(Words(.en)).mark(Made.card(.placement), on: Made.today).isEmpty)
  }
}
