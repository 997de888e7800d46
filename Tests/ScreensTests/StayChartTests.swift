import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The chart of stays` {
  static let today = DeskHarness.today

  /// The row of the screen that begins with a host's name.
  private func row(_ harness: DeskHarness, _ host: String, below: Int = 0) -> String {
    let rows = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let index = rows.firstIndex { $0.dropFirst().hasPrefix(host) } ?? 0
    return String(rows[index + below])
  }

  @Test func `draws stays by how far they are, with the guest, and the free nights`() {
    let harness = PictureWorld.desk("3p")
    // Staying, four free nights, proposed, and no dot behind the last night that the host offers.
    let sato = row(harness, "佐藤 家")
    let drawn = #/\[アフマ.*=+\]\. \. \. \. \[マウン.*\?+\]\. \. \.$/#
    #expect(sato.contains(drawn), "\(harness.screen)")
    let tanaka = row(harness, "田中")
    #expect(tanaka.contains(":]"), "\(tanaka)")
    #expect(tanaka.hasSuffix("->"), "\(tanaka)")
    #expect(row(harness, "田中", below: 1).contains(". . . "))
    #expect(!row(harness, "Müller").contains("."))
    for fill in ["tentative", "planned", "staying", "over", "free"] {
      #expect(harness.screen.contains(Words(.ja)("stays.\(fill)")))
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `goes from a week to a quarter and asks for those days of those hosts alone`(
    language: LabelLanguage
  ) {
    var harness = PictureWorld.desk("3p", language, size: Size(rows: 24, columns: 90))
    func asked() -> StayRequest? {
      let requests = harness.effects.compactMap { effect -> StayRequest? in
        if case .read(.picture(.stays(let request)), _) = effect { request } else { nil }
      }
      return requests.last
    }
    #expect(asked()?.days == 31)
    harness.type("+")
    #expect(asked()?.days == 7)
    #expect(harness.screen.contains(Words(language)("stays.zoom.week")))
    harness.type("+--")
    #expect(asked()?.days == 91)
    #expect(harness.screen.contains(Words(language)("stays.zoom.quarter")))
    #expect(asked()?.count == 18)
    #expect(asked()?.anchor == .first)
  }

  /// The day numbers of the header, in their order.
  private func numbers(_ harness: DeskHarness) -> [Int] {
    let rows = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return rows[2].split(separator: " ").compactMap {
      $0.split(separator: "/").last.flatMap { Int($0) }
    }
  }

  @Test(arguments: LabelLanguage.allCases, [60, 80, 140])
  func `leaves no day of a week out where a month begins`(language: LabelLanguage, columns: Int) {
    var harness = PictureWorld.desk("3p+", language, size: Size(rows: 20, columns: columns))
    var first = Self.today.adding(days: -(Self.today.weekday + 6) % 7)
    for _ in 0..<12 {
      #expect(numbers(harness) == (0..<7).map { first.adding(days: $0).day }, "\(harness.screen)")
      harness.type(">")
      first = first.adding(days: 7)
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `leaves no day of a month out where each has room`(language: LabelLanguage) {
    var harness = PictureWorld.desk("3p", language, size: Size(rows: 40, columns: 140))
    for _ in 0..<14 {
      let found = numbers(harness)
      #expect(found.count == 31, "\(harness.screen)")
      #expect(zip(found, found.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 1 })
      harness.type(">")
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says why a host has no free nights, and draws nothing that nobody explains`(
    language: LabelLanguage
  ) {
    let harness = PictureWorld.desk("3p", language)
    let words = Words(language)
    let stage = words.text(ifAny: "hostStage.paused.short") ?? words("hostStage.paused")
    #expect(row(harness, "Müller").contains(stage), "\(harness.screen)")
    #expect(!row(harness, "Müller").contains("|"))
  }

  @Test func `gives the names what the days leave over`() {
    let harness = PictureWorld.desk("3p", size: Size(rows: 20, columns: 60))
    #expect(harness.screen.contains("田中・リチャード"), "\(harness.screen)")
  }

  @Test func `moves by nights and lanes and opens the stay it is on`() {
    var harness = PictureWorld.desk("3p<Enter>")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(1)])
    harness.type("<Esc>j")
    for _ in 0..<5 { harness.type("l") }
    harness.type("<Enter>")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(4)])
    harness.type("<Esc>j<Enter>")
    #expect(harness.desk.details.isEmpty)
    #expect(harness.desk.notice?.text == Words(.ja)("desk.nothingSelected"))
    // From bar to bar.
    harness.type("T<Home><Tab><Enter>")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(2)])
  }

  @Test func `begins a stay on a free night with host and day, and on no other`() {
    var taken = PictureWorld.desk("3pn")
    #expect(taken.desk.overlays.isEmpty)
    #expect(taken.desk.notice?.text == Words(.ja)("picture.notFree"))
    taken.type("jjn")
    let form = taken.form
    #expect(form != nil)
    taken.go(to: "case")
    taken.type(" <Enter><Ctrl-S>")
    let change = taken.changes.last
    #expect(change?.kind == .homestay)
    #expect(change?.values["start"] == .date(Self.today))
    #expect(change?.values["host"] == .link(Link(RecordAddress(.host, RecordID(2)))))
  }

  @Test func `pages through hosts and keeps each within reach`() {
    var world = PictureWorld.full
    world.cards[.host] = (1...60).map { index in
      let address = RecordAddress(.host, RecordID(Int64(index)))
      var card = Card(address, number: address.number)
      card["name"] = .text("host \(index)")
      card["stage"] = .code("approved")
      return card
    }
    var harness = DeskHarness(world: world)
    harness.type("3p")
    for index in 2...60 {
      harness.type("j")
      #expect(harness.screen.contains(">host \(index)"), "\(index)\n\(harness.screen)")
    }
    for index in (1...59).reversed() {
      harness.type("k")
      #expect(harness.screen.contains(">host \(index)"), "\(index)\n\(harness.screen)")
    }
    harness.type("G")
    #expect(harness.screen.contains(">host 60"))
    harness.type("<Home>")
    #expect(harness.screen.contains(">host 1"))
  }
}

@Suite struct `The lanes of a host` {
  private func host(_ id: Int, _ name: String, _ town: String?, places: Int) -> Card {
    let address = RecordAddress(.host, RecordID(Int64(id)))
    var card = Card(address, number: address.number)
    card["name"] = .text(name)
    card["city"] = town.map(FieldValue.text) ?? .absent
    card["stage"] = .code("approved")
    card["capacity"] = .number(places)
    card["availableFrom"] = PictureWorld.day(-30)
    card["approvalExpires"] = PictureWorld.day(300)
    return card
  }

  private func rows(_ hosts: [Card], columns: Int = 80) -> [String] {
    var world = PictureWorld.full
    world.cards[.host] = hosts
    world.cards[.homestay] = []
    var harness = DeskHarness(Size(rows: 24, columns: columns), world: world)
    harness.type("3p")
    return harness.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `are as many as it has places, each free one seen free`() {
    let rows = rows([host(1, "前田家", nil, places: 3), host(2, "小島家", nil, places: 1)])
    let first = rows.firstIndex { $0.contains("前田家") } ?? 0
    #expect(rows[first...].prefix(3).allSatisfy { $0.contains(". . .") }, "\(rows)")
    #expect(rows[first].contains(" 3 "))
    #expect(rows[first + 3].contains("小島家") && rows[first + 3].contains(" 1 "), "\(rows)")
  }

  @Test func `tell hosts of one name apart by their town, else by their number`() {
    let towns = rows([
      host(1, "前田家", "吹田市", places: 1), host(2, "前田家", "堺市", places: 1),
      host(3, "小島家", "堺市", places: 1),
    ])
    #expect(towns.contains { $0.contains("前田家 吹田市") } && towns.contains { $0.contains("前田家 堺市") })
    #expect(!towns.contains { $0.contains("小島家 堺市") })
    let numbers = rows([host(1, "前田家", "堺市", places: 1), host(2, "前田家", "堺市", places: 1)])
    #expect(
      numbers.contains { $0.contains("H-0001") } && numbers.contains { $0.contains("H-0002") })
  }

  @Test func `say in the line below how many nights, since when in the stage, and what is awaited`()
  {
    var harness = PictureWorld.desk("3p", size: Size(rows: 24, columns: 120))
    #expect(harness.screen.contains("HS-0001  アフマド・ハッサン > 佐藤 家"), "\(harness.screen)")
    #expect(harness.screen.contains("2026-11-20 から 10 泊  滞在中 (15日)"), "\(harness.screen)")
    harness.type("<Tab>")
    #expect(harness.screen.contains("候補 (!15日)  ゲスト同意待ち"), "\(harness.screen)")
  }
}
