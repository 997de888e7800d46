import ArgumentParser
import Casework
import Labels

/// Somebody who begins to give their time, as the commands that add them are told.
struct NewVolunteer: ParsableArguments {
  @Option(help: .words("cli.option.name", value: "NAME")) var name: String
  @OptionGroup var names: NameOptions
  @Flag(help: .words("cli.option.noPledge")) var noPledge = false

  /// - Parameter language: in which they are spoken to, that of the command where it was given one.
  func record(speaking language: LabelLanguage?, on today: CivilDate) -> Casework.Volunteer {
    var volunteer = Casework.Volunteer()
    volunteer.name = name
    (volunteer.nameKana, volunteer.nameRoman) = (names.nameKana, names.nameRoman)
    volunteer.status = .active
    volunteer.deskLanguage = language.flatMap { DeskLanguage(rawValue: $0.rawValue) }
    volunteer.joinedOn = today
    volunteer.pledgedOn = noPledge ? nil : today
    return volunteer
  }

  /// Says that they see no case before they pledged, where they did not.
  func tellOfPledge() {
    if noPledge { StandardError.write([Speech.text("cli.pledgeOpen")]) }
  }
}
