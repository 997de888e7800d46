import CaseStore
import Casework
import Cells
import Demo
import Foundation
import Labels
import Screens
import TestSupport

@testable import tomoni

/// The pictures of the program: its own frames over the fictional organisation of one day.
enum Gallery {
  struct Look: Sendable {
    let name: String
    let terminal: TerminalFacts
    /// What the terminal shows behind everything, and its own text.
    let paper: String
    let ink: String
  }

  /// A screen and how one comes to it from the first.
  struct Screen: Sendable {
    let name: String
    let go: @Sendable (inout GalleryDesk) -> Void

    init(_ name: String, _ keys: String) { self.init(name) { $0.type(keys) } }

    init(_ name: String, _ go: @escaping @Sendable (inout GalleryDesk) -> Void) {
      (self.name, self.go) = (name, go)
    }
  }

  static let today = CivilDate(dayNumber: 20_786)  // 2026-11-29
  static let size = Size(rows: 30, columns: 100)

  static let looks = [
    Look(name: "dark", terminal: facts(256, 0x1C), paper: "#1c1c1c", ink: "#d0d0d0"),
    Look(name: "light", terminal: facts(256, 0xFF), paper: "#ffffff", ink: "#1c1c1c"),
    Look(name: "mono", terminal: facts(0, 0x1C), paper: "#1c1c1c", ink: "#d0d0d0"),
  ]

  static let screens = [
    Screen("today", "1"),
    Screen("cases", "2jjj"),
    Screen("case", "2jjjj<Enter>"),
    Screen("form") { desk in
      desk.type("2jjjrc")
      desk.go(to: "medium")
      desk.type("<Space>")
    },
    Screen("lacks") { desk in
      desk.type("2")
      desk.find("ma") { !$0.overlays.isEmpty }
    },
    Screen("stays", "3p<Tab>"),
    Screen("board", "5pj"),
    Screen("month", "4p<Home><Tab>"),
    Screen("roll", "4jjR"),
    Screen("report", "6jj"),
    Screen("registers", "8"),
    // No random code of a case has an L, so that the same people are found each time.
    Screen("search", ":al"),
  ]

  private static func facts(_ colours: Int, _ grey: Int) -> TerminalFacts {
    let level = Double(grey) / 255
    return TerminalFacts(
      colours: colours, lineColumns: 1,
      background: Colour(red: level, green: level, blue: level), delay: 5)
  }

  /// The random code of a case is another each time: a picture shows one that stays.
  private static func pinned(_ picture: String, _ codes: Set<String>) -> String {
    picture.replacing(/>([0-9A-Z]{8})</) { match in
      codes.contains(String(match.1)) ? ">K7M2QX4B<" : String(match.0)
    }
  }

  /// Every picture by the name of its file.
  static func pictures() throws -> [String: String] {
    let folder = try ScratchFolder()
    let path = folder.path("gallery.db")
    try DemoOrganisation(cases: 120, seed: 1, today: today).fill(storeAt: path) { _, _ in }
    // Noon in Japan: the day has begun everywhere that looks.
    let noon = Instant(Int64(today.dayNumber) * 86_400 + 3 * 3600)
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { noon })
    let cases = try store.page(ListQuery(.case), .first, count: 1000, fields: ["code"]).cards
    let codes = Set(cases.compactMap { if case .text(let code) = $0["code"] { code } else { nil } })
    var pictures: [String: String] = [:]
    for screen in screens {
      for language in LabelLanguage.allCases {
        for look in looks {
          var desk = GalleryDesk(store, language, look)
          screen.go(&desk)
          let picture = FramePicture(frame: desk.desk.draw(), paper: look.paper, ink: look.ink)
          pictures["\(screen.name)-\(language.rawValue)-\(look.name).svg"] =
            pinned(picture.svg, codes)
        }
      }
    }
    return pictures
  }
}
