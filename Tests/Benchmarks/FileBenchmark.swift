import Foundation
import TestSupport

/// Files and lists of all cases beside the shell of SQLite, which writes the same rows and columns with the
/// same joins: in turns, by the time on the processor.
struct FileBenchmark {
  let store: String
  let program: String
  let rounds: Int

  private static let shell = "/usr/bin/sqlite3"

  func run() throws {
    let folder = try ScratchFolder()
    func export(_ format: String) -> [String] {
      ["export", "cases", folder.path("out.\(format)"), "--force", "--store", store]
    }
    let works: [(name: String, path: String, words: [String])] = [
      ("sqlite3 -csv", Self.shell, ["-readonly", "-csv", store, Self.csv]),
      ("export csv", program, export("csv")),
      ("sqlite3 -json", Self.shell, ["-readonly", "-json", store, Self.json]),
      ("export json", program, export("json")),
      ("list", program, ["list", "cases", "--store", store]),
    ]
    var times = [Samples](repeating: Samples(), count: works.count)
    for _ in 0..<rounds {
      for (index, work) in works.enumerated() {
        times[index].add(try ChildTime.seconds { try LongProgram.run(work.path, work.words) })
      }
    }
    Columns.say(Columns.row("\(rounds) rounds", ["CPU s", "least", "x sqlite3"]))
    var shell: Double?
    for (work, time) in zip(works, times) {
      if work.path == Self.shell { shell = time.median }
      let ratio = shell.flatMap { shell in time.median.map { $0 / shell } }
      Columns.say(
        Columns.row(work.name, [time.median, time.quantile(0), ratio].map(Columns.text)))
    }
  }

  /// The columns of the list.
  private static let csv = """
    SELECT t.number, t_person.nameRoman, t_person.nameKana, t_person.birthDate,
    t_person.nationality, t.status, t.nextAction, t.nextActionDue, t.owner, t_owner.name, NULL,
    t.opened, t.lastContact, t.stayExpires, t.statusOfResidence, t.supportCategory,
    t.procedureStage, t.workPermission, t_person.birthDatePrecision
    FROM "case" AS t
    LEFT JOIN person AS t_person ON t_person.id = t.person
    LEFT JOIN staff AS t_owner ON t_owner.id = t.owner
    ORDER BY ifnull(t.number, x'') DESC, t.id DESC
    """

  /// Every field; what a record refers to by its number, which only that of a case is read for.
  private static let json = """
    SELECT t.number, t.code, t.person, t_person.nameRoman, t_person.nameKana,
    t_person.nameNative, t_person.nameUsed, t_person.callName, t_person.alias,
    t_person.birthDate, t_person.birthDatePrecision, t_person.gender, t_person.nationality,
    t_person.otherNationalities, t_person.countryOfOrigin, t_person.birthCountry,
    t_person.languages,
    t_person.japaneseLevel, t_person.interpreterNeeded, t_person.safeContact,
    t_person.neverContactAuthorities, t_person.phone, t_person.email, t_person.prefecture,
    t_person.city, t_person.address, t_person.arrivedOn, t_person.emergencyContact,
    t_person.household, t_person.householdRole, t.status, t.nextAction, t.nextActionDue,
    t.owner, t.opened, t.lastContact, t.contactDue, t.absences, t.absentSince, t.isOpen,
    t.sortName, t.stayExpires, t.statusOfResidence, t.designatedActivityKind, t.stayBasis,
    t.residenceConfirmed, t.supportCategory, t.supportCategoryConfirmed, t.procedureStage,
    t.procedureConfirmed, t.workPermission, t.risk, t.barriers, t.programmes, t.source,
    t.sourceNumber, t.checkIntervalDays, t.resumeOn, t.closedOn, t.closureReason, t.outcome,
    t.receivingBody, t.survivingCase, t_survivingCase.number, t.closureRequestedBy,
    t.closureApprovedBy, t.reopenedCount, (SELECT firstContactOn FROM caseCourse WHERE id =
    t.id), (SELECT firstClosedOn FROM caseClosing WHERE id = t.id), (SELECT consentedUntil FROM
    caseCourse WHERE id = t.id)
    FROM "case" AS t
    LEFT JOIN person AS t_person ON t_person.id = t.person
    LEFT JOIN "case" AS t_survivingCase ON t_survivingCase.id = t.survivingCase
    ORDER BY ifnull(t.number, x'') DESC, t.id DESC
    """
}
