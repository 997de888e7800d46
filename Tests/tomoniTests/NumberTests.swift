import ArgumentParser
import CaseStore
import Casework
import Cells
import Demo
import Foundation
import Labels
import Screens
import TestSupport
import Testing

@testable import tomoni

/// A number is the same wherever it is shown: each has one definition.
@Suite struct `The number of an indicator` {
  private static let today = CivilDate(dayNumber: 20_779)

  private final class Demo {
    let folder: ScratchFolder
    let staff: [Link]

    init() throws {
      folder = try ScratchFolder()
      try DemoOrganisation(cases: 200, seed: 1, today: today).fill(
        storeAt: folder.path("demo.db"), progress: { _, _ in })
      let store = try CaseStore.open(
        folder.path("demo.db"), as: .coordinator(RecordID(1)), clock: Self.clock)
      // Who has left opens no desk.
      staff = try store.page(ListQuery(.staff), .first, count: 9).cards
        .filter { try store.detail($0.address, limit: 0).card["isActive"] == .flag(true) }
        .map { Link($0.address, number: $0.number) }
    }

    private static func clock() -> Instant { Instant(Int64(today.dayNumber) * 86_400) }

    func open(as member: Link) throws -> CaseStore {
      try CaseStore.open(
        folder.path("demo.db"), as: .coordinator(member.address.id), clock: Self.clock)
    }
  }

  /// A desk over a store.
  private struct Seat {
    let store: CaseStore
    private(set) var desk: Screens.Desk

    init(_ store: CaseStore, _ member: Link) {
      self.store = store
      desk = Screens.Desk(
        Screens.Desk.Surroundings(
          viewer: .coordinator(member.address.id), viewerLink: store.viewerLink,
          organisation: "x", isDemo: true, today: today, canSuspend: false),
        size: Size(rows: 40, columns: 140), language: .en, width: .system)
      answer(desk.start())
    }

    mutating func type(_ keys: String) {
      for key in keys { answer(desk.update(.key(.character(key)))) }
    }

    private mutating func answer(_ asked: [Effect]) {
      var open = asked
      while !open.isEmpty {
        if let reply = store.reply(to: open.removeFirst()) { open += desk.receive(reply) }
      }
    }

    /// How many rows the list of the screen has, all of them walked to.
    mutating func rows() -> Int {
      for _ in 0..<100 where desk.list.hasMoreAfter { answer(desk.update(.key(.pageDown))) }
      return desk.list.cards.count
    }
  }

  /// What `tomoni list` prints.
  private func listed(
    _ store: CaseStore, _ indicator: Indicator, _ owner: Link?
  ) throws -> Int {
    let words = ["--indicator", indicator.code] + (owner.map { ["--owner", $0.number] } ?? [])
    let listing = try Listing(indicator.kind, ListingOptions.parse(words), store)
    var bytes: [UInt8] = []
    _ = try ListingText(listing).writeJSON { bytes += $0 }
    let array = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
    return array?.count ?? -1
  }

  /// The number that stands behind a label on the screen.
  private func number(behind label: String, in screen: String) -> Int? {
    screen.split(separator: "\n").compactMap { line -> Int? in
      guard let place = line.range(of: label) else { return nil }
      return Int(line[place.upperBound...].drop { $0 == " " }.prefix { $0.isNumber })
    }.first
  }

  @Test func `is the same on Today, in the lists and on the command line`() throws {
    let demo = try Demo()
    #expect(demo.staff.count > 2)
    var seen: Set<Int> = []
    for member in [nil] + demo.staff.map(Optional.some) {
      let store = try demo.open(as: member ?? demo.staff[0])
      let mine = member == nil ? "" : "fm"
      for indicator in [.caseload] + Indicator.narrowing {
        let expected = try listed(store, indicator, member)
        seen.insert(expected)
        #expect(try store.number(indicator, of: member.map { [$0] } ?? []) == Double(expected))
        let context = "\(indicator.code) of \(member?.title ?? "all")"

        var today = Seat(store, member ?? demo.staff[0])
        today.type(mine)
        let label = Words(.en)(indicator.labelKey)
        if indicator == .caseload {
          #expect(number(behind: label, in: today.desk.draw().text) == expected, "\(context)")
        } else if [.noContact, .absences].contains(indicator) {
          let section: TodaySection = indicator == .absences ? .absences : .noContact
          #expect(today.desk.list.today.count(of: section).value == expected, "\(context)")
          let heading = "\(Words(.en)(section.labelKey))  \(expected)"
          for _ in 0..<80 where expected > 0 && today.desk.list.todayLine?.section != section {
            today.type("j")
          }
          if expected > 0 { #expect(today.desk.draw().text.contains(heading), "\(context)") }
        }

        var list = Seat(store, member ?? demo.staff[0])
        let keys: [Indicator: String] = [
          .caseload: "2", .noContact: "2fn", .absences: "2fa", .overdue: "8ffd",
          .statusChanges: "5fv",
        ]
        list.type((keys[indicator] ?? "") + mine)
        #expect(list.desk.list.count == ListCount(expected), "\(context)")
        #expect(list.rows() == expected, "\(context)")
      }
    }
    #expect(seen.count > 4 && (seen.max() ?? 0) > 20, "\(seen)")
  }

  @Test func `is asked for by name, of the records it counts`() throws {
    let store = try CommandStore()
    let wrong = try store.run("list", "hosts", "--indicator", "no_contact")
    #expect(wrong.exit == .code(64) && wrong.errors.contains("no_contact (cases)"))
    let nobody = try store.run("list", "hosts", "--owner", "ST-0001")
    #expect(nobody.exit == .code(64) && nobody.errors.contains("owner"))
    let mine = try store.run(
      "list", "cases", "--indicator", "caseload", "--owner", "ST-0001", "--columns", "nameRoman",
      "--format", "csv")
    #expect(mine.lines.dropFirst().count == 2)
  }
}

/// What is looked at of a list, whichever type it is of.
extension ListedPage {
  fileprivate var today: TodayList { (self as? TodayPage)?.today ?? TodayList() }
  fileprivate var todayLine: TodayLine? { (self as? TodayPage)?.todayLine }
  fileprivate var count: ListCount? { (self as? ListPage)?.count }
  fileprivate var hasMoreAfter: Bool { (self as? ListPage)?.hasMoreAfter ?? false }
}
