import Foundation
import TestSupport
import Testing

/// A machine is made a server in one command, looked at, and given back.
@Suite(
  .serialized, .enabled(if: ServerMachine.isPossible, "needs root: it makes a machine of its own"))
struct ServerTests {
  /// All acts but what the machine itself lacks, which is the administrator's.
  private static let acts = [
    "ssh", "program", "accounts", "folder", "store", "sudo", "command", "staff", "address",
    "recipients", "timer", "door", "login",
  ]

  /// A file of the keys of two people.
  private func recipients(on machine: ServerMachine) throws -> String {
    try machine.shell(
      """
      for name in one two; do ssh-keygen -q -t ed25519 -N '' -C '' -f /root/$name; done
      cat /root/one.pub /root/two.pub > /root/recipients
      """)
    return "/root/recipients"
  }

  @Test func `a dry run tells each act and does none`() throws {
    let machine = try ServerMachine()
    let before = try machine.written()
    let run = try machine.install("--dry-run", "--recipients", recipients(on: machine))
    #expect(run.exit == .code(0), "\(run)")
    for act in [
      "/usr/sbin/useradd --system --user-group", "--password '*' tomoni\n",
      "/usr/bin/install --directory --owner tomoni --group tomonikeys --mode 2710 /var/lib/tomoni",
      "init --organisation 'Kita Support' --coordinator 'Tanaka Megumi' --store /var/lib/tomoni/tomoni.db",
      "write /etc/ssh/sshd_config.d/50-tomoni.conf", "/usr/sbin/sshd -t",
      "/usr/sbin/usermod --append --groups tomoni-staff tanaka",
      "/usr/bin/systemctl enable --now tomoni-backup.timer",
    ] { #expect(run.output.contains(act), "\(act): \(run.output)") }
    // No sentence is missing from the tables.
    let checked = try machine.server("check")
    #expect(!checked.output.contains(/server\.[a-z]/), "\(checked.output)")
    #expect(try machine.server("check", "--store", "/tmp/x.db").exit == .code(64))
    let after = try machine.written().filter { !$0.hasPrefix("root/upper/") }
    #expect(after == before.filter { !$0.hasPrefix("root/upper/") })
  }

  @Test func `one command makes it, a second changes nothing, and a volunteer comes in`() throws {
    let machine = try ServerMachine()
    let first = try machine.install(
      "--recipients", recipients(on: machine), "--host", "case.example.org")
    #expect(first.exit == .code(0), "\(first)")
    #expect(first.output.contains("ssh -p \(machine.port) tomoni@case.example.org"))
    let fingerprint = try machine.shell(
      "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub | cut -d ' ' -f 2")
    #expect(first.output.contains("ED25519  \(fingerprint.trimmed)"), "\(first.output)")
    #expect(first.output.contains("ボランティアの方へ") && first.output.contains("for volunteers"))

    let before = try machine.written().filter { !$0.contains("tomoni.db") }
    let second = try machine.install("--recipients", "/root/recipients")
    #expect(second.exit == .code(0), "\(second)")
    #expect(second.output.contains("Nothing to change: this machine is set up."))
    #expect(!second.output.contains("->"))
    #expect(try machine.written().filter { !$0.contains("tomoni.db") } == before)

    // A night later.
    try machine.shell(
      """
      setpriv --reuid tomoni --regid tomoni --clear-groups env SUDO_UID=$(id -u tanaka) \
        /usr/lib/tomoni/tomoni backup /var/backups/tomoni --recipients /etc/tomoni/recipients
      """)
    let (states, run) = try machine.check()
    #expect(run.exit == .code(0), "\(run)")
    for act in Self.acts + ["backup"] { #expect(states[act] == "held", "\(act): \(run.output)") }

    try invite(on: machine)
  }

  /// What a coordinator does, with files that are theirs alone, and what the volunteer then sees.
  private func invite(on machine: ServerMachine) throws {
    let sheet = "nameRoman,alias,languages,status,opened\nSALMA HADDAD,Hana,uk,active,2026-04-01\n"
    let imported = try machine.staff(["import", "cases", "-"], input: sheet)
    #expect(imported.exit == .code(0), "\(imported)")
    let keys = try ScratchFolder()
    try SystemProgram.run(
      "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "hanako", "-f", keys.path("key")
    )
    let listed = try machine.staff(["list", "cases", "--columns", "number", "--format", "csv"])
    let number = try #require(listed.lines.last, "\(listed)").filter { $0 != "\"" }
    let invited = try machine.staff(
      [
        "volunteer", "invite", "--name", "Hanako", "--case", number, "--consent", "2026-04-01",
        "--key", "-", "--lang", "en",
      ],
      input: keys.text(of: "key.pub"))
    #expect(invited.exit == .code(0), "\(invited)")
    #expect(invited.output.contains("tomoni@case.example.org"))
    #expect(!invited.output.contains("ボランティア"))
    let host = try machine.shell("cat /etc/ssh/ssh_host_ed25519_key.pub")
    try keys.write("[127.0.0.1]:\(machine.port) \(host)", to: "known_hosts")
    let client = SSHClient(
      key: keys.path("key"), user: "tomoni", knownHosts: keys.path("known_hosts"),
      port: machine.port)
    let terminal = try client.session()
    try terminal.wait(for: "Hana")
    terminal.type("Q")
    #expect(try terminal.waitForExit(within: .seconds(30)) == .code(0))
    // Without who called it is nobody.
    let nobody = try machine.run(
      [
        "/usr/bin/setpriv", "--reuid", "tomoni", "--regid", "tomoni", "--clear-groups",
        "/usr/local/bin/tomoni", "list", "cases",
      ])
    #expect(
      nobody.exit == .code(77) && nobody.errors.contains("Staff run tomoni as themselves"),
      "\(nobody)")
    // What is theirs alone is not called missing.
    try machine.shell(
      "install -d -o tanaka -m 0700 /home/tanaka/own; touch /home/tanaka/own/cases.csv")
    let unreadable = try machine.staff(["import", "cases", "/home/tanaka/own/cases.csv"])
    #expect(unreadable.exit == .code(66))
    #expect(unreadable.errors.contains("cannot be read"), "\(unreadable.errors)")
    #expect(unreadable.errors.contains("tomoni import cases - < /home/tanaka/own/cases.csv"))
  }

  @Test func `nothing is half done where something is in the way`() throws {
    let machine = try ServerMachine()
    // Somebody else's settings of the same name.
    try machine.write("/etc/ssh/sshd_config.d/50-tomoni.conf", "# mine\nPermitRootLogin no\n")
    var run = try machine.install()
    #expect(run.exit == .code(78), "\(run)")
    #expect(run.errors.contains("a file that somebody else made"), "\(run.errors)")
    #expect(try machine.shell("cat /etc/ssh/sshd_config.d/50-tomoni.conf").hasPrefix("# mine"))
    // Settings that come before ours and win.
    try machine.shell("rm /etc/ssh/sshd_config.d/50-tomoni.conf")
    try machine.write(
      "/etc/ssh/sshd_config.d/20-other.conf",
      "Match User tomoni\n  DisableForwarding no\nMatch all\n")
    run = try machine.install()
    #expect(run.exit == .code(78), "\(run)")
    #expect(run.errors.contains("disableforwarding no (yes)"), "\(run.errors)")
    #expect(
      try machine.run(["/usr/bin/test", "-e", "/etc/ssh/sshd_config.d/50-tomoni.conf"]).exit
        == .code(1))
    try machine.shell("rm /etc/ssh/sshd_config.d/20-other.conf")
    run = try machine.install()
    #expect(run.exit == .code(0), "\(run)")
    // The control: the same settings slipped in afterwards are found by a check.
    try machine.write(
      "/etc/ssh/sshd_config.d/20-other.conf",
      "Match User tomoni\n  DisableForwarding no\nMatch all\n")
    #expect(try machine.check().states["door"] == "refused")
  }

  /// The control: a door that is open on purpose is not taken for one that is shut.
  @Test func `a door that lets anybody in is found by the login that tries it`() throws {
    let machine = try ServerMachine()
    #expect(try machine.install().exit == .code(0))
    #expect(try machine.check().states["login"] == "held")
    try machine.write("/usr/lib/any-key", "#!/bin/sh\necho \"$1 $2\"\n")
    try machine.write(
      "/etc/ssh/sshd_config.d/20-other.conf",
      """
      Match User tomoni
        AuthorizedKeysCommand /usr/lib/any-key %t %k
        AuthorizedKeysCommandUser tomonikeys
      Match all

      """)
    try machine.shell("kill -HUP $(cat /run/sshd.pid)")
    let (states, run) = try machine.check()
    #expect(states["login"] == "refused" && states["door"] == "refused", "\(run)")
    #expect(run.output.contains("The door is open") && run.output.contains("uid="), "\(run.output)")
    // Nothing of the trial is left.
    try machine.shell("! test -e /var/lib/tomoni/keys.db")
  }

  @Test func `the wrong owner and a loose folder are told with the way to mend them`() throws {
    let machine = try ServerMachine()
    try machine.shell("chmod 0777 /var/lib")
    var run = try machine.install()
    #expect(run.exit == .code(78))
    #expect(run.errors.contains("chown root:root /var/lib; chmod go-w /var/lib"), "\(run.errors)")
    try machine.shell("chmod 0755 /var/lib")
    #expect(try machine.install().exit == .code(0))
    // As the old way of setting a server up ended: root made the store.
    try machine.shell("cd /var/lib/tomoni && rm tomoni.db*")
    run = try machine.run(
      [
        "/usr/lib/tomoni/tomoni", "init", "--organisation", "X", "--coordinator", "Y", "--store",
        "/var/lib/tomoni/tomoni.db",
      ])
    #expect(run.exit == .code(78), "\(run)")
    #expect(run.errors.contains("tomoni"), "\(run.errors)")
    try machine.shell("touch /var/lib/tomoni/tomoni.db; chmod 600 /var/lib/tomoni/tomoni.db")
    let (states, check) = try machine.check()
    #expect(states["folder"] == "refused" && check.exit == .code(1))
    #expect(check.output.contains("chown -R tomoni /var/lib/tomoni/tomoni.db"), "\(check.output)")
    let alone = try machine.run(
      [
        "/usr/bin/setpriv", "--reuid", "tanaka", "--clear-groups", ServerMachine.built, "server",
        "check",
      ])
    #expect(alone.exit == .code(77) && alone.errors.contains("sudo tomoni server check"))
  }

  @Test func `what install made goes, and the data stay until somebody says otherwise`() throws {
    let machine = try ServerMachine()
    let before = try machine.written()
    #expect(try machine.install().exit == .code(0))
    let limits =
      "sed -i 's/tomoni.db %t/tomoni.db --blank-after 120 %t/' /etc/ssh/sshd_config.d/50-tomoni.conf"
    try machine.shell(limits)
    #expect(try machine.check().states["door"] == "held")
    var run = try machine.server("uninstall")
    #expect(run.exit == .code(0), "\(run)")
    #expect(run.output.contains("Kept: /var/lib/tomoni, /var/backups/tomoni"), "\(run.output)")
    try machine.shell(
      "test -e /var/lib/tomoni/tomoni.db; test -e /var/lib/tomoni/tomoni.db.journal-key")
    try machine.shell(
      "id tomoni; ! test -e /etc/ssh/sshd_config.d/50-tomoni.conf; ! test -e /usr/local/bin/tomoni")
    // It is there again as it was.
    #expect(try machine.install().exit == .code(0))
    run = try machine.server("uninstall", "--delete-data")
    #expect(run.exit == .code(0), "\(run)")
    let made = try machine.written().filter { line in
      !before.contains(line) && !line.contains("var/upper/backups")
        && !["passwd", "shadow", "group", "gshadow", "subuid", "subgid"]
          .contains { line.hasPrefix("etc/upper/\($0)") }
    }
    #expect(made.filter { $0.contains("tomoni") } == [])
    #expect(try machine.shell("stat -c %U /var/backups/tomoni") == "root\n")
  }
}
