import Foundation
import TestSupport
import Testing

/// A referral between two organisations, each with its own store and keys.
@Suite struct `A referral to another organisation` {
  private func stage(_ store: CommandStore) throws -> [String] {
    try store.objects("list", "referrals").compactMap { $0["stage"] }
  }

  private func commands(_ store: CommandStore) throws -> Set<String> {
    Set(
      try store.objects("journal", "list", "--limit", "60").compactMap { $0["command"] })
  }

  @Test func `goes out, is taken in, answered and taken back, each step in both journals`() throws {
    let both = try TwoOrganisations()
    try both.refer("letter", "--purpose", "Housing in Minami")
    #expect(try stage(both.kita) == ["requested"])
    #expect(try commands(both.kita).isSuperset(of: ["refer", "export", "partner.confirm"]))

    let before = try TwoOrganisations.contents(of: both.minami)
    let shown = try both.minami.succeed("refer", "receive", both.path("letter"), "--dry-run")
    #expect(shown.contains("SALMA HADDAD") && shown.contains("Housing in Minami"), "\(shown)")
    #expect(try TwoOrganisations.contents(of: both.minami) == before)

    let taken = try both.minami.succeed("refer", "receive", both.path("letter"))
    let number = try #require(taken.firstMatch(of: /as (\d{4}-\d{4})/)).1.description
    let cases = try both.minami.objects("list", "cases")
    let code = try both.kita.objects("list", "cases", "--search", "SALMA").first?["code"]
    #expect(cases.count == 1 && cases[0]["nameRoman"] == "SALMA HADDAD")
    #expect(cases[0]["status"] == "inquiry" && cases[0]["source"] == "referral")
    #expect(cases[0]["sourceNumber"] == code && cases[0]["nationality"] == "SYR")
    #expect(cases[0]["nextAction"] == "Answer the referral")
    #expect(try commands(both.minami).contains("refer.receive"))

    try both.minami.succeed(
      "refer", "accept", number, "--out", both.path("answer"), "--message", "From Monday")
    #expect(try both.minami.objects("list", "cases")[0]["nextAction"] == "null")
    let answered = try both.kita.succeed("refer", "receive", both.path("answer"))
    #expect(answered.contains("Accepted") && answered.contains("From Monday"), "\(answered)")
    #expect(try stage(both.kita) == ["accepted"])

    try both.kita.succeed(
      "refer", "revoke", TwoOrganisations.number, "--to", "Minami Aid", "--out", both.path("revoke")
    )
    #expect(try stage(both.kita) == ["revoked"])
    let revoked = try both.minami.succeed("refer", "receive", both.path("revoke"))
    #expect(revoked.contains("tomoni erase \(number)"), "\(revoked)")
    #expect(
      try both.minami.objects("list", "cases")[0]["nextAction"]?.hasPrefix("Consent withdrawn")
        == true)
    #expect(try commands(both.kita).isSuperset(of: ["refer.revoke", "refer.receive"]))
    #expect(try commands(both.minami).isSuperset(of: ["refer.answer", "refer.receive"]))
    // What was taken back is not answered any more.
    let late = try both.minami.run("refer", "decline", number, "--out", both.path("late"))
    #expect(late.exit == .code(65) && late.errors.contains("taken back"), "\(late)")
    for store in [both.kita, both.minami] {
      #expect(try store.run("journal", "verify").exit == .code(0))
    }
  }

  @Test func `is declined, and the answer is recorded`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    try both.minami.succeed("refer", "receive", both.path("letter"))
    let number = try #require(try both.minami.objects("list", "cases").first?["number"])
    let said = try both.minami.succeed("refer", "decline", number, "--out", both.path("answer"))
    #expect(said.contains("tomoni erase \(number)"))
    try both.kita.succeed("refer", "receive", both.path("answer"))
    #expect(try stage(both.kita) == ["declined"])
  }

  @Test func `tells whose data went where, and names what was withheld`() throws {
    let both = try TwoOrganisations()
    try both.kita.importSheet(
      "notes",
      """
      case,on,body,confidentiality
      2026-0001,2026-05-01,CANARY for staff,staff_only
      2026-0001,2026-05-02,Likes to cook,shared
      """)
    let said = try both.kita.succeed(
      "refer", "2026-0001", "--to", "Minami Aid", "--out", both.path("letter"), "--withhold",
      "birthDate", "--with", "notes")
    #expect(said.contains("Withheld:") && said.contains("Phone"), "\(said)")
    let told = try both.opened("letter")
    #expect(told.contains("SALMA HADDAD") && told.contains("Likes to cook"))
    for word in ["CANARY", "090-1111-2222", "1990-02-03", "Alawite", "2026-0001"] {
      #expect(!told.contains(word), "\(word)")
    }
    for name in ["person.date_of_birth", "person.telephone_current", "note"] {
      #expect(told.contains("\"\(name)\""), "\(name)")
    }
    // Open on purpose: what was asked for by name is told, so the words would have been found.
    try both.kita.importSheet(
      "consents", "case,scope,answer,on\n2026-0001,sensitive_data,given,2026-04-01\n")
    let open = try both.kita.run(
      "refer", "2026-0001", "--to", "Minami Aid", "--out", both.path("open"), "--include", "phone")
    #expect(open.exit == .code(0), "\(open)")
    let all = try both.opened("open")
    #expect(all.contains("090-1111-2222") && all.contains("Alawite"))

    // Half a goal is none: it is kept back whole, and what goes is taken in.
    try both.kita.importSheet(
      "goals", "case,goal,setOn\n2026-0001,Private plan,2026-04-06\n")
    try both.kita.succeed(
      "refer", "2026-0001", "--to", "Minami Aid", "--out", both.path("goal"), "--with",
      "goals,needs", "--withhold", "goal")
    let half = try both.opened("goal")
    #expect(!half.contains("Private plan") && half.contains("\"goal\""))
    try both.minami.succeed("refer", "receive", both.path("goal"))

    let breach = try both.kita.succeed("journal", "breach", "--case", "2026-0001")
    #expect(breach.contains("Minami Aid"), "\(breach)")
    #expect(try both.kita.succeed("journal", "person", "2026-0001").contains("Minami Aid"))
  }

  @Test func `keeps back what the person keeps back, and is taken in without a name`() throws {
    let both = try TwoOrganisations(consent: nil)
    try both.kita.importSheet(
      "consents",
      """
      case,scope,answer,on,withheld
      2026-0001,sharing_with_other_ngos,given,2026-04-01,"name,nationality"
      """)
    try both.kita.importSheet(
      "notes",
      """
      case,on,body,confidentiality
      2026-0001,2026-05-01,Ms. Salma drinks tea,shared
      2026-0001,2026-05-02,Call 090-1111-2222 at night,shared
      2026-0001,2026-05-03,Rice in the evening,shared
      """)
    try both.refer("letter", "--with", "notes", "--purpose", "A room for Haddad")
    let told = try both.opened("letter")
    #expect(told.contains("Rice in the evening") && told.contains("\"reason\""))
    for word in ["SALMA", "サルマ", "سلمى", "SYR", "tea", "090-1111-2222", "Haddad"] {
      #expect(!told.contains(word), "\(word)")
    }
    try both.minami.succeed("refer", "receive", both.path("letter"))
    let cases = try both.minami.objects("list", "cases")
    #expect(
      cases[0]["nameUsed"] == cases[0]["sourceNumber"] && cases[0]["birthDate"] == "1990-02-03")
  }

  @Test(arguments: [
    nil, "sharing_with_lawyers", "withdrawn", "refused", "expired", "elsewhere",
  ])
  func `is refused without a consent that covers it`(_ consent: String?) throws {
    let both = try TwoOrganisations(consent: nil)
    if let consent {
      let row =
        switch consent {
        case "withdrawn": "sharing_with_other_ngos,withdrawn,2026-04-01,,2026-05-01,"
        case "refused": "sharing_with_other_ngos,refused,2026-04-01,,,"
        case "expired": "sharing_with_other_ngos,given,2026-04-01,2026-05-01,,"
        case "elsewhere": "sharing_with_other_ngos,given,2026-04-01,,,Nishi House"
        default: "\(consent),given,2026-04-01,,,"
        }
      try both.kita.importSheet(
        "consents", "case,scope,status,on,expires,withdrawnOn,recipient\n2026-0001,\(row)\n")
    }
    let before = try TwoOrganisations.contents(of: both.kita)
    let run = try both.kita.run(
      "refer", "2026-0001", "--to", "Minami Aid", "--out", both.path("letter"))
    #expect(run.exit == .code(65) && run.errors.contains("no valid consent"), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: both.path("letter")))
    #expect(try TwoOrganisations.contents(of: both.kita) == before)
  }

  @Test func `goes out again as the same while it is open, and is taken in once`() throws {
    let both = try TwoOrganisations()
    try both.refer("one")
    try both.refer("two")
    #expect(try stage(both.kita) == ["requested"])
    try both.minami.succeed("refer", "receive", both.path("two"))
    let other = try both.minami.run("refer", "receive", both.path("one"))
    #expect(other.exit == .code(65) && other.errors.contains("was taken in before"), "\(other)")
    #expect(try both.minami.objects("list", "cases").count == 1)
  }

  @Test func `that was taken back before it came is not taken in`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    try both.kita.succeed(
      "refer", "revoke", "2026-0001", "--to", "Minami Aid", "--out", both.path("revoke"))
    let first = try both.minami.succeed("refer", "receive", both.path("revoke"))
    #expect(first.contains("never came here"))
    let late = try both.minami.run("refer", "receive", both.path("letter"))
    #expect(late.exit == .code(65) && late.errors.contains("taken back"), "\(late)")
    #expect(try both.minami.objects("list", "cases").isEmpty)
  }

  @Test func `is of one of two processes that take it in at once`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    let own = [
      "HOME": both.minami.folder.path, "LANG": "en_US.UTF-8", "TOMONI_STORE": both.minami.path,
    ]
    let program = BuiltProduct.path("tomoni")
    let running = try (0..<4).map { _ in
      try RunningProgram(program, ["refer", "receive", both.path("letter")], environment: own)
    }
    let exits = try running.map { try $0.waitForEnd().exit }
    #expect(
      exits.filter { $0 == .code(0) }.count == 1 && exits.filter { $0 == .code(65) }.count == 3)
    #expect(try both.minami.objects("list", "cases").count == 1)
  }

  @Test func `of which the file cannot be written is not in the journal`() throws {
    let both = try TwoOrganisations()
    let disk = try TightDisk(megabytes: 1)
    disk.fill()
    let before = try TwoOrganisations.contents(of: both.kita)
    let full = disk.folder.appending(path: "letter").path
    let run = try both.kita.run("refer", "2026-0001", "--to", "Minami Aid", "--out", full)
    #expect(run.exit == .code(73) && !run.errors.isEmpty && run.output == "", "\(run)")
    #expect(try TwoOrganisations.contents(of: both.kita) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == ["filling"])
    // One that is there stays; so do the files of the store.
    try both.files.write("mine", to: "letter")
    for file in [both.path("letter"), both.kita.path, both.kita.path + ".letter-key"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      let over = try both.kita.run("refer", "2026-0001", "--to", "Minami Aid", "--out", file)
      #expect(over.exit == .code(73), "\(over)")
      if file != both.kita.path {
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
      }
    }
    #expect(try TwoOrganisations.contents(of: both.kita) == before)
    disk.free()
    try both.kita.succeed("refer", "2026-0001", "--to", "Minami Aid", "--out", full)
  }
}
