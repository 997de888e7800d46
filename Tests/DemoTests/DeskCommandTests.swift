import Screens
import Testing

@testable import Demo

@Suite struct DeskCommandTests {
  @Test(arguments: DeskCommand.allCases)
  func `the story's commands are the desk's`(command: DeskCommand) {
    #expect(CommandName(rawValue: command.rawValue) != nil)
  }
}
