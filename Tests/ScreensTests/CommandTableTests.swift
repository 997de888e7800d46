import Cells
import Labels
import Screens
import Testing

@Suite struct `The table of commands` {
  @Test func `names every command once`() {
    #expect(Set(CommandTable.all.map(\.name)).count == CommandTable.all.count)
    #expect(Set(CommandTable.all.map(\.name)) == Set(CommandName.allCases))
  }

  @Test func `gives no keys twice and begins no command with another's keys`() {
    let sequences = CommandTable.all.flatMap(\.keys)
    for (index, one) in sequences.enumerated() {
      for (other, two) in sequences.enumerated() where index != other {
        #expect(!two.keys.starts(with: one.keys), "\(one.text) begins \(two.text)")
      }
    }
  }

  @Test func `reads every key it names`() {
    for command in CommandTable.all {
      #expect(!command.keys.isEmpty)
      for sequence in command.keys { #expect(!sequence.keys.isEmpty, "\(command.name)") }
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `has a label, a sentence and a reading for each command`(language: LabelLanguage) {
    let words = Words(language)
    for command in CommandTable.all {
      let key = "command.\(command.name.rawValue)"
      for part in [key, "\(key).help", "\(key).reading"] {
        #expect(words.text(ifAny: part) != nil, "\(part)")
      }
      if command.hint != nil { #expect(words.text(ifAny: "\(key).hint") != nil, "\(key).hint") }
    }
  }

  @Test func `needs no Alt and no key that a terminal or a Japanese keyboard keeps back`() {
    for key in CommandTable.all.flatMap(\.keys).flatMap(\.keys) {
      #expect(![.control("a"), .control("b"), .control("s"), .control("q")].contains(key))
      if case .character(let character) = key { #expect(!"`~\\|^_".contains(character)) }
    }
  }
}
