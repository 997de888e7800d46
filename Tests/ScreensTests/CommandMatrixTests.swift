import Casework
import Cells
import DeskWorld
import Labels
import Testing

@testable import Screens

/// Every command at every place, size and language: what cannot be given says why, in words.
@Suite struct `A command at a place` {
  struct Setting: CustomTestStringConvertible, Sendable {
    let rows: Int
    let columns: Int
    let language: LabelLanguage
    var size: Size { Size(rows: rows, columns: columns) }
    var testDescription: String { "\(columns)x\(rows) \(language.rawValue)" }
  }

  static let settings = [(10, 40), (20, 60), (24, 80), (40, 140)].flatMap { rows, columns in
    // What a language has in common with the others is seen at the usual size.
    (columns == 80 ? LabelLanguage.allCases : [.ja, .en])
      .map { Setting(rows: rows, columns: columns, language: $0) }
  }
  /// Lists, an opened record, its timeline, a record opened from another, a page shown to a person.
  static let places = [
    "1", "2", "3", "4", "5", "8h", "8l", "2<Enter>", "2<Enter><Tab>", "2<Enter><Tab><Enter>", "2tx",
  ]
  static let worlds: [(String, World)] = [("empty", .empty), ("full", DayWorld.full)]

  private static func harness(
    _ setting: Setting, _ world: World, _ place: String,
    viewer: Viewer = .coordinator(RecordID(1))
  ) -> DeskHarness {
    var harness = DeskHarness(
      setting.size, language: setting.language, world: world, viewer: viewer)
    harness.type(place)
    return harness
  }

  /// What a label key looks like, where a sentence is missing from the tables.
  private static func isKey(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+/) != nil
  }

  @Test(arguments: settings)
  func `either is done or says what it needs`(setting: Setting) {
    // An empty desk is looked at where it is narrowest and widest.
    let isEdge = [40, 140].contains(setting.columns)
    for (name, world) in isEdge ? Self.worlds : Array(Self.worlds.suffix(1)) {
      for place in Self.places {
        let opened = Self.harness(setting, world, place)
        for command in opened.desk.commands.all {
          guard let keys = command.keys.first else { continue }
          let context = "\(command.name.rawValue) at \(place), \(name)"
          let reason = opened.desk.reason(against: command)
          guard isEdge || reason == nil else { continue }
          var harness = opened
          harness.effects = []
          for key in keys.keys { harness.send(.key(key)) }
          // A sentence alone takes the same row everywhere: the least of them tells.
          if reason == nil || setting.columns == 40 { expectSound(harness.desk, context) }
          guard let reason else { continue }
          #expect(!Self.isKey(reason), "\(reason): \(context)")
          // What a page has a key of its own for it says itself.
          guard opened.desk.topPage.mode?.has(keys.keys[0]) != true else { continue }
          #expect(harness.desk.notice?.text == reason, "\(context)")
          #expect(harness.effects == [], "\(context)")
          #expect(harness.desk.overlays == opened.desk.overlays, "\(context)")
        }
      }
    }
  }

  @Test(arguments: settings)
  func `a volunteer gives is for volunteers`(setting: Setting) {
    let staff = Words(setting.language)("desk.forStaff")
    // What they give on some records of their own is tried with these.
    let given = Set(RecordKind.allCases.flatMap { RecordDescription.of($0).access.commands })
    for place in ["2", "2<Enter>"] {
      let opened = Self.harness(
        setting, .full, place, viewer: .volunteer(RecordID(7)))
      #expect(opened.desk.screen == .cases)
      for command in opened.desk.commands.all
      where !command.isForVolunteers && !given.contains(command.name.rawValue) {
        // What begins like something a volunteer has is told from it by the whole.
        guard let keys = command.keys.first else { continue }
        #expect(opened.desk.reason(against: command) == staff)
        var harness = opened
        harness.effects = []
        var said: [String] = []
        for key in keys.keys where said.isEmpty {
          harness.send(.key(key))
          said += [harness.desk.notice?.text].compactMap(\.self)
        }
        #expect(said == [staff], "\(command.name.rawValue) at \(place): \(said)")
        #expect(harness.changes.isEmpty && harness.desk.overlays.isEmpty)
        #expect(harness.desk.screen == .cases && harness.desk.language == setting.language)
      }
    }
  }

  /// World, place, keys, and the sentence of the first need that is not met.
  struct Lack: CustomTestStringConvertible, Sendable {
    let world: World
    let place: String
    let keys: String
    let label: String
    var testDescription: String { "\(place) \(keys) \(label)" }

    init(_ world: World, _ place: String, _ keys: String, _ label: String) {
      (self.world, self.place, self.keys, self.label) = (world, place, keys, label)
    }
  }

  static let lacks: [Lack] = [
    Lack(.empty, "2", "e", "desk.nothingSelected"), Lack(.empty, "2", "m", "desk.nothingSelected"),
    Lack(.empty, "2", "A", "desk.nothingSelected"), Lack(.empty, "2", "l", "desk.nothingSelected"),
    Lack(.empty, "2", "<Tab>", "desk.nothingSelected"),
    Lack(.empty, "2", " ", "desk.nothingSelected"), Lack(.empty, "2", "v", "desk.nothingSelected"),
    Lack(.empty, "2", "V", "desk.nothingSelected"), Lack(.empty, "2", "M", "desk.noCaseSelected"),
    Lack(.empty, "2", "b", "desk.noCaseSelected"), Lack(.empty, "2", "tx", "desk.noCaseSelected"),
    Lack(.empty, "2", "W", "desk.noCaseOrJob"), Lack(.empty, "4", "R", "desk.noSalonSelected"),
    Lack(.empty, "2", ".", "desk.nothingToRepeat"), Lack(.empty, "2", "gd", "desk.noDrafts"),
    Lack(.empty, "2", "J", "desk.noDetailBeside"), Lack(.empty, "2", "K", "desk.noDetailBeside"),
    Lack(.empty, "1", "x", "desk.nothingSelected"), Lack(.empty, "1", "w", "desk.nothingSelected"),
    Lack(.empty, "1", "s", "desk.noSortHere"), Lack(.empty, "1", "S", "desk.noSortHere"),
    Lack(.empty, "1", "fo", "desk.noFilterHere"), Lack(.empty, "8t", "fm", "desk.noFilterHere"),
    Lack(.empty, "3", "fn", "desk.noFilterHere"), Lack(.empty, "8h", "fc", "desk.noFilters"),
    Lack(.empty, "8n", "p", "picture.none"), Lack(.empty, "8l", "a", "legal.derived"),
    Lack(.empty, "8l", "e", "legal.derived"), Lack(.full, "2", "R", "desk.noSalonSelected"),
    Lack(.full, "2", "x", "desk.place.today"), Lack(.full, "2", "w", "desk.place.today"),
    Lack(.full, "2<Enter>", "s", "desk.place.list"),
    Lack(.full, "2<Enter>", "/", "desk.place.list"),
    Lack(.full, "2<Enter>", "fs", "desk.place.list"),
    Lack(.full, "2<Enter>", "p", "desk.place.list"),
    Lack(.full, "2tx", "e", "desk.showingPerson"),
    Lack(.full, "2tx", "2", "desk.showingPerson"), Lack(.full, "2tx", "?", "desk.showingPerson"),
    Lack(.full, "2tx", "Q", "desk.showingPerson"),
  ]

  @Test(arguments: lacks, LabelLanguage.allCases)
  func `that is not possible names its first need`(lack: Lack, language: LabelLanguage) {
    var harness = DeskHarness(language: language, world: lack.world)
    harness.type(lack.place)
    harness.effects = []
    harness.type(lack.keys)
    #expect(harness.desk.notice?.text == harness.desk.words(lack.label))
    #expect(harness.effects == [])
  }

  @Test func `over a connection does not go to the background`() {
    var harness = DeskHarness(language: .en)
    harness.desk.surroundings.canSuspend = false
    harness.type("<Ctrl-Z>")
    #expect(harness.desk.notice?.text == "You cannot suspend over a connection.")
    #expect(!harness.effects.contains(.suspend))
    harness.desk.surroundings.canSuspend = true
    harness.type("<Ctrl-Z>")
    #expect(harness.effects.last == .suspend)
  }
}
