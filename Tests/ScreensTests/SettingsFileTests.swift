import TestSupport
import DeskWorld
import Casework
import Cells
import Labels
import Screens
import Testing

@Suite struct `A configuration file` {
  @Test func `sets language, dates and lines`() {
    let file = SettingsFile(
      "\u{FEFF}# mine\nset lang en  # English\n\tset date both\r\n\nset chrome line\n")
    #expect(file.problems == [])
    #expect(file.settings.language == .en)
    #expect(file.settings.dates == .both)
    #expect(file.settings.look.chrome == .line)
    #expect(SettingsFile("").settings == DeskSettings())
  }

  @Test func `decides the look, or leaves it to the terminal`() {
    let file = SettingsFile("set palette light\nset link slow\nset chrome plain\n")
    #expect(file.problems == [])
    #expect(file.settings.look.palette == .light && file.settings.look.link == .slow)
    #expect(file.settings.look.chrome == .plain)
    let auto = SettingsFile("set palette dark\nset palette auto\nset link auto\nset chrome auto\n")
    #expect(auto.problems == [])
    #expect(auto.settings == DeskSettings())
    let unknown = SettingsFile.Cause.unknownValue(
      "56k", setting: "link", known: ["fast", "slow", "auto"])
    #expect(SettingsFile("set link 56k").problems.map(\.cause) == [unknown])
  }

  @Test func `decides how the desk is shown`() {
    let file = SettingsFile("set output linear\n")
    #expect(file.problems == [] && file.settings.output == .linear)
    #expect(SettingsFile("set output linear\nset output auto\n").settings == DeskSettings())
    let unknown = SettingsFile.Cause.unknownValue(
      "braille", setting: "output", known: ["screen", "linear", "auto"])
    #expect(SettingsFile("set output braille").problems.map(\.cause) == [unknown])
  }

  @Test func `says which screens stand in the bar, and the digits follow`() throws {
    let file = SettingsFile("set screens journal today registers cases\n")
    #expect(file.problems == [])
    #expect(file.settings.screens == [.journal, .today, .registers, .cases])
    let commands = file.settings.commands
    #expect(commands["journal"]?.keys == ["1", "g l"])
    #expect(commands[.today]?.keys == ["2", "g t"])
    #expect(commands[.registers]?.keys == ["3", "g k"])
    #expect(commands[.cases]?.keys == ["4", "g c"])
    // What is left out has its letter still.
    #expect(commands["reports"]?.keys == ["g r"])
    #expect(SettingsFile("set screens jobs\nset screens auto\n").settings == DeskSettings())
    let all = BarScreen.allCases.map(\.rawValue).joined(separator: " ")
    #expect(SettingsFile("set screens \(all)\n").settings.commands == .standard)
  }

  @Test func `keeps digits that were given to something else, and says so`() {
    let file = SettingsFile(
      "unbind everywhere 2\nbind everywhere 2 undo\nset screens reports cases\nset screens jobs\n")
    #expect(file.problems.map(\.line) == [3])
    #expect(file.problems.map(\.cause) == [.conflict(.taken("2", by: .undo))])
    #expect(file.settings.screens == [.jobs])
    #expect(file.settings.commands[.undo]?.keys == ["2", "u"])
    #expect(file.settings.commands["jobs"]?.keys == ["1", "g j"])
    // What is bound after it holds too.
    let later = SettingsFile("set screens reports cases\nbind everywhere 8 undo\n")
    #expect(later.problems == [] && later.settings.commands[.undo]?.keys == ["8", "u"])
  }

  @Test func `is written out with all that can be set, and read again the same`() {
    let settings = SettingsFile("set screens reports today\nset date era\n").settings
    for language in LabelLanguage.allCases {
      let text = SettingsFile.text(of: settings, Words(language))
      #expect(text.contains("\nset screens reports today\n"), "\(text)")
      let again = SettingsFile(text)
      #expect(again.problems == [] && again.settings == settings)
    }
    #expect(SettingsFile.text(of: DeskSettings(), Words(.en)).contains("\n#set screens auto\n"))
  }

  @Test func `gives keys to commands, and takes them`() throws {
    let file = SettingsFile("unbind today x\nbind list x sort\nbind everywhere g x undo\n")
    #expect(file.problems == [])
    let commands = file.settings.commands
    #expect(commands[.sort]?.keys == ["x", "s"])
    #expect(commands[.undo]?.keys == ["g x", "u"])
    #expect(commands[.done]?.keys == [])
    #expect(commands.spelledKeys["undo"] == "g x")
    #expect(commands.spelledKeys["done"] == "?")
    #expect(commands.all.map(\.name) == CommandTable.all.map(\.name))
  }

  static let refused: [(String, SettingsFile.Cause)] = [
    ("hello", .unknownLine("hello")), ("set lang", .unknownLine("set lang")),
    ("bind list x", .unknownLine("bind list x")),
    ("set colour red", .unknownSetting("colour")),
    (
      "set lang fr",
      .unknownValue("fr", setting: "lang", known: LabelLanguage.allCases.map(\.rawValue))
    ),
    (
      "set date ISO",
      .unknownValue("ISO", setting: "date", known: ["iso", "era", "both", "named", "auto"])
    ),
    ("set lang ja en", .unknownLine("set lang ja en")),
    (
      "set screens cases salon",
      .unknownValue(
        "salon", setting: "screens", known: BarScreen.allCases.map(\.rawValue) + ["auto"])
    ),
    ("set screens cases jobs cases", .repeatedValue("cases", setting: "screens")),
    ("set screens cases auto", .repeatedValue("auto", setting: "screens")),
    ("bind here x sort", .unknownPlace("here")),
    ("bind list Alt-x sort", .unknownKeys("Alt-x")),
    ("bind list Ctrl-M sort", .unknownKeys("Ctrl-M")),
    ("bind list F13 sort", .unknownKeys("F13")),
    ("bind list あ sort", .unknownKeys("あ")),
    ("bind list x explode", .unknownCommand("explode")),
    ("bind everywhere j up", .conflict(.taken("j", by: .down))),
    // Today can be a list, and so can a record's detail be one about a case.
    ("bind list x sort", .conflict(.taken("x", by: .done))),
    ("bind everywhere g up", .conflict(.taken("g", by: .top))),
    ("bind everywhere j j up", .conflict(.taken("j j", by: .down))),
    ("bind everywhere Esc quit", .conflict(.fixed("Esc"))),
    ("bind everywhere z ? quit", .conflict(.fixed("z ?"))),
    ("unbind everywhere ?", .conflict(.fixed("?"))),
    ("unbind everywhere Ctrl-C", .conflict(.fixed("Ctrl-C"))),
    ("unbind everywhere z", .conflict(.unbound("z"))),
    ("bind detail z sort", .conflict(.elsewhere(.sort, .detail))),
    ("unbind detail x", .conflict(.unbound("x"))),
  ]

  @Test(arguments: refused)
  func `is told the line it cannot follow, and the rest holds`(
    line: String, cause: SettingsFile.Cause
  ) {
    let file = SettingsFile("# first\n\(line)\nset date era\n")
    #expect(file.problems.map(\.line) == [2])
    #expect(file.problems.map(\.cause) == [cause])
    #expect(file.settings.dates == .era)
    #expect(file.settings.commands == CommandSet.standard)
    for language in LabelLanguage.allCases {
      let sentence = file.problems.first?.sentence(Words(language)) ?? ""
      #expect(sentence.contains("2") && !sentence.contains("settings."), "\(sentence)")
      #expect(!sentence.contains("{"), "\(sentence)")
    }
  }

  @Test func `may use the same keys where nobody can be at once`() {
    let file = SettingsFile("bind list z sort\nbind detail z undo\nbind record z edit\n")
    #expect(file.problems.map(\.line) == [3])
    var harness = DeskHarness(settings: file.settings)
    harness.type("2z")
    #expect(harness.desk.overlays.count == 1)
    harness.type("<Esc><Enter>")
    #expect(!harness.effects.contains(.undo))
    harness.type("z")
    #expect(harness.effects.contains(.undo))
  }

  /// Whatever lines a person writes, no two commands share a key where both can be given.
  @Test(arguments: 1...20) func `leaves no two commands on one key`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys = [
      "x", "z", "1", "3", "3 x", "g", "g x", "g x y", "Ctrl-E", "j", "Esc", "?", "F5", "Tab",
    ]
    let places = Command.Place.allCases.map(\.rawValue)
    let names = CommandName.allCases.map(\.rawValue)
    let lines = (0..<40).map { _ in
      let (place, key) = (places.randomElement(using: &random), keys.randomElement(using: &random))
      let line = "\(place ?? "") \(key ?? "")"
      if random.next() % 8 == 0 {
        let count = Int(random.next() % 8) + 1
        let screens = BarScreen.allCases.map(\.rawValue).shuffled(using: &random).prefix(count)
        return "set screens \(screens.joined(separator: " "))"
      }
      return random.next() % 3 == 0
        ? "unbind \(line)" : "bind \(line) \(names.randomElement(using: &random) ?? "")"
    }
    let settings = SettingsFile(lines.joined(separator: "\n")).settings
    for isList in [true, false] {
      let commands = settings.commands
      let offered = commands.all.compactMap {
        commands.command($0.name) { $0 != (isList ? .detail : .list) }
      }
      let sequences = offered.flatMap(\.keys)
      for (index, one) in sequences.enumerated() {
        for (other, two) in sequences.enumerated() where index != other {
          #expect(!two.keys.starts(with: one.keys), "\(one.spelled) begins \(two.spelled)")
        }
      }
    }
    #expect(settings.commands[.help]?.keys.contains("?") == true)
    #expect(settings.commands[.cancel]?.keys.contains("Esc") == true)
  }
}
