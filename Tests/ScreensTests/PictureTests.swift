import Casework
import Cells
import DeskWorld
import Labels
import Screens
import TestSupport
import Testing

@Suite struct `A list as a picture` {
  static let places: [(Size, LabelLanguage)] = [
    (Size(rows: 24, columns: 80), .ja), (Size(rows: 24, columns: 80), .en),
    (Size(rows: 40, columns: 140), .ja), (Size(rows: 40, columns: 140), .en),
  ]

  @Test(arguments: ["3p", "4p", "5p"], places)
  func `keeps what every frame keeps, with its cursor on what is selected`(
    keys: String, place: (Size, LabelLanguage)
  ) {
    var harness = PictureWorld.desk(keys, place.1, size: place.0)
    // In the calendar `+` adds a gathering, in a form.
    let zoom = keys == "4p" ? [] : ["-", "+"]
    for key in ["", "l", "j", "<Tab>", ">", "h", "k", "T", "<PgDn>", "G", "<Home>"] + zoom {
      harness.type(key)
      expectSound(harness.desk, "\(keys) \(key)")
      let frame = harness.desk.draw()
      #expect(!frame.showsCursor)
      #expect((1..<frame.size.rows - 2).contains(frame.cursor.row), "\(keys) \(key)")
    }
  }

  static let looks = [
    "set chrome plain\nset palette dark", "set chrome line\nset palette dark",
    "set chrome line\nset palette light", "set chrome line\nset palette plain",
    "set chrome line\nset link slow",
  ]

  /// Lines, blocks and shades are one cell wide each, and a row of ASCII has none of them.
  @Test(arguments: ["3p", "4p<Home>", "5p", "6", "8Pp", "8Bp", "8Fpj", "8Cp", "8Jp"], looks)
  func `is made of single cells in every look`(keys: String, look: String) {
    let sizes = [(24, 80), (40, 140), (20, 60), (10, 40)].map { Size(rows: $0.0, columns: $0.1) }
    for size in sizes {
      var harness = DeskHarness(
        size, world: PictureWorld.registers, settings: SettingsFile(look).settings)
      harness.type(keys)
      for key in ["", "j", "l", "j", "<Tab>", "G"] {
        harness.type(key)
        expectSound(harness.desk, "\(keys) \(key) \(look)")
        let frame = harness.desk.draw()
        if look.contains("plain\n") { #expect(frame.ambiguousScalars.subtracting(["×"]) == []) }
        for (index, cell) in frame.cells.enumerated() where !cell.text.isEmpty {
          let isLast = (index + 1) % size.columns == 0
          let columns = !isLast && frame.cells[index + 1].text.isEmpty ? 2 : 1
          #expect(CellWidth.system.columns(of: cell.text) == columns, "\(cell) in \(keys) \(look)")
        }
      }
    }
  }

  @Test(arguments: ["3p", "4p", "5p", "8Fpj"])
  func `tints the whole of what is selected, and on a slow line its name alone`(keys: String) {
    func tinted(_ look: String) -> Int {
      var harness = DeskHarness(
        world: PictureWorld.registers, settings: SettingsFile(look).settings)
      harness.type(keys)
      return harness.desk.draw().cells.count { $0.ground == .selected }
    }
    #expect(tinted("set link fast") > 10)
    #expect(tinted("set link slow") == 0)
  }

  @Test(arguments: ["3", "4", "5"])
  func `is left as it was entered, by its key and by Esc, q and another screen`(screen: String) {
    let list = PictureWorld.desk(screen + "j")
    for way in ["p", "<Esc>", "q"] {
      var harness = list
      let before = harness.desk.draw().golden
      harness.type("p")
      #expect(harness.desk.draw().golden != before)
      harness.type(way)
      #expect(harness.desk.draw().golden == before, "\(way)")
    }
    var other = list
    other.type("p")
    let shown = other.desk.draw().golden
    other.type("2\(screen)")
    #expect(other.desk.draw().golden == shown)
  }

  /// In pictures and reports `<` and `>` go back and on in time; no screen holds these two back.
  @Test func `is left by the keys of the screens on either side, as every list is`() {
    let screens = ScreenID.bar.map(\.screen)
    for keys in ["", "3p4p5p1"] {
      var harness = PictureWorld.desk(keys)
      for screen in screens.dropFirst() + [screens[0]] {
        harness.type("]")
        #expect(harness.desk.screen == screen)
      }
      for screen in screens.reversed() {
        harness.type("[")
        #expect(harness.desk.screen == screen)
      }
    }
  }

  @Test(arguments: [("3p", 1), ("4p<Home><Tab>", 3), ("5p", 1)])
  func `opens a record and comes back to its place`(keys: String, id: Int) {
    for size in [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)] {
      var harness = PictureWorld.desk(keys, size: size)
      let before = harness.desk.draw().golden
      harness.type("<Enter>")
      #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(Int64(id))])
      expectSound(harness.desk, keys)
      harness.type("<Esc>")
      #expect(harness.desk.draw().golden == before)
    }
  }

  @Test(arguments: ["3p", "4p", "5p"])
  func `is read once, and again only for what was not seen`(keys: String) {
    var harness = PictureWorld.desk(keys)
    harness.effects = []
    harness.type("jk")
    #expect(harness.effects == [])
    harness.receive(.changedElsewhere)
    #expect(harness.effects.contains { if case .read(.picture, _) = $0 { true } else { false } })
  }

  @Test func `says which lists have none, and that a list has to be shown for its own keys`() {
    var cases = PictureWorld.desk("2p")
    #expect(cases.desk.notice?.text == Words(.ja)("picture.none"))
    var salons = PictureWorld.desk("4p/")
    #expect(salons.desk.overlays.isEmpty)
    #expect(salons.desk.notice != nil)
    cases.type("1p")
    #expect(cases.desk.notice?.text == Words(.ja)("picture.none"))
    salons.type("?")
    #expect(!salons.desk.overlays.isEmpty)
  }

  /// What one key sends over a slow line is what the cells of two frames differ in.
  @Test(arguments: ["3pl", "3pj", "4pl", "5pj"], ["slow", "fast"])
  func `repaints little for a move`(keys: String, link: String) {
    var harness = DeskHarness(
      world: PictureWorld.full, settings: SettingsFile("set link \(link)").settings)
    harness.type(String(keys.dropLast()))
    let before = harness.desk.draw()
    harness.type(String(keys.suffix(1)))
    let after = harness.desk.draw()
    let changed = zip(before.cells, after.cells).count { $0 != $1 }
    // The tint of a row goes with the selection where the line is fast.
    #expect((1...(link == "slow" ? 140 : 240)).contains(changed), "\(changed)")
    let rows = Set(
      (0..<before.size.rows).filter { row in
        (0..<before.size.columns).contains { before[row, $0] != after[row, $0] }
      })
    #expect(rows.count <= (link == "slow" ? 5 : 9), "\(rows)")
  }
}
