import Casework
import Cells
import Foundation
import Labels
import TestSupport
import Testing

/// A stay from the search for a host to its end, as a coordinator plays it.
@Suite(.serialized) struct `A stay in a terminal` {
  /// The date in Japan, so many days from now.
  private func day(_ days: Int) throws -> String {
    let seconds = Int64(Date().timeIntervalSince1970)
    return Instant(seconds).dateInJapan.adding(days: days).description
  }

  /// A case that needs a home from today, and the home that suits it best.
  private func prepare(_ store: DemoStore) throws -> String {
    let busy = try ["homestays", "lodgings"].flatMap { kind in
      try store.list(kind).compactMap { $0["case"] as? String }
    }
    let free = try store.list("cases", ["--where", "status=active"])
      .compactMap { $0["number"] as? String }.first { !busy.contains($0) }
    let number = try #require(free)
    let sheets = [
      (
        "hosts",
        """
        name,stage,capacity,approvalExpires,hasLock,isStepFree,hasPrayerSpace
        山手の家,approved,1,2099-12-31,yes,yes,yes
        """
      ),
      (
        "hostadults",
        """
        host,name,result,on,staff
        山手の家,山手 良子,clear,2026-01-10,ST-0001
        """
      ),
      (
        "consents",
        """
        case,scope,on
        \(number),sharing_with_host_families,\(try day(0))
        """
      ),
      (
        "lodgings",
        """
        case,from,until,persons,guests,lock,stepFree,prayerSpace
        \(number),\(try day(0)),\(try day(40)),1,couple,must,must,prefer
        """
      ),
    ]
    for (kind, text) in sheets {
      let file = store.folder.appending(path: "\(kind).csv")
      try Data("\(text)\n".utf8).write(to: file)
      let made = try store.run(["import", kind, file.path, "--store", store.path])
      #expect(made.status == 0, "\(made.output)\(made.errors)")
    }
    return number
  }

  private func stay(_ store: DemoStore, of number: String) throws -> [String: Any]? {
    try store.list("homestays").first { $0["case"] as? String == number }
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `is proposed, agreed, begun, asked about, extended and ended early`(
    language: LabelLanguage
  ) throws {
    let words = Words(language)
    let store = try DemoStore()
    let number = try prepare(store)
    let desk = try store.desk(language: language.rawValue)
    func reach(_ stage: StayStage) throws {
      try desk.wait(until: "the stay is \(stage.rawValue)") { _ in
        try stay(store, of: number)?["stage"] as? String == stage.rawValue
      }
    }
    func mark(_ stage: StayStage) throws {
      desk.type("m")
      try desk.wait(for: "\(words("command.status"))  ")
      let letters = Array("abcdefghijk")
      desk.type(String(letters[try #require(StayStage.allCases.firstIndex(of: stage))]))
    }

    try desk.wait(for: words("today.everybody"))
    desk.type("2/\(number)")
    desk.press(.enter)
    try desk.wait(for: number)
    desk.type("M")
    try desk.wait(for: words("stayReason.prayer"))
    desk.type("山手")
    try desk.wait(for: "山手の家")
    desk.press(.enter)
    try desk.wait(for: words("homestay.guestAgreedOn"))
    desk.press(.control("s"))
    try reach(.proposed)

    let made = try #require(try stay(store, of: number))
    #expect(made["end"] as? String == (try day(40)))
    let own = try #require(made["number"] as? String)
    desk.type(":\(own)")
    desk.press(.enter)
    try desk.wait(for: "\(own)  ")
    // Both agree and meet before it is certain.
    try mark(.confirmed)
    try desk.wait(for: words("homestay.hostAgreedOn"))
    desk.press(.escape)
    try desk.wait(untilGone: words("homestay.hostAgreedOn"))
    for stage in [StayStage.guestAgreed, .hostAgreed, .met] {
      try mark(stage)
      try reach(stage)
    }
    try mark(.confirmed)
    try reach(.confirmed)
    try mark(.inProgress)
    try reach(.inProgress)

    desk.type("ri")
    try desk.wait(for: words("checkin.asked"))
    desk.press(.control("s"))
    try desk.wait(for: words(StayMood.good.labelKey))
    #expect(try store.list("checkins").contains { $0["case"] as? String == number })

    try mark(.extended)
    try desk.wait(for: words("homestay.end"))
    desk.press(.control("u"))
    desk.type(try day(60))
    desk.press(.control("s"))
    try reach(.extended)
    #expect(try stay(store, of: number)?["end"] as? String == (try day(60)))

    try mark(.endedEarly)
    try desk.wait(for: words("homestay.endReason"))
    desk.type(" ")
    try desk.wait(for: words(StayEndReason.notAGoodFit.labelKey))
    desk.type(words(StayEndReason.notAGoodFit.labelKey))
    desk.press(.tab)
    try desk.wait(untilGone: words(StayEndReason.safetyConcern.labelKey))
    desk.press(.control("u"))
    desk.type(try day(0))
    desk.press(.control("s"))
    try reach(.endedEarly)
    let over = try #require(try stay(store, of: number))
    #expect(over["endReason"] as? String == "not_a_good_fit")
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))

    let journal = try store.run(["journal", "list", "--store", store.path, "--format", "json"])
    let entries =
      try JSONSerialization.jsonObject(with: Data(journal.output.utf8)) as? [[String: Any]] ?? []
    let stages = entries.filter {
      $0["record"] as? String == own && $0["field"] as? String == "stage"
    }
    .compactMap { $0["after"] as? String }
    let way: [StayStage] = [
      .proposed, .guestAgreed, .hostAgreed, .met, .confirmed, .inProgress, .extended, .endedEarly,
    ]
    #expect(Set(stages) == Set(way.map(\.rawValue)) && stages.count == way.count, "\(stages)")
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
  }
}
