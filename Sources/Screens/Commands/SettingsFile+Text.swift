package import Labels

extension SettingsFile {
  /// A file that says what can be set, with what is set now.
  ///
  /// What is left to the program stands there as a remark, so that the file changes nothing.
  package static func text(of settings: DeskSettings, _ words: Words) -> String {
    var lines = words("setting.file").split(separator: "\n").map { "# \($0)" }
    for setting in Setting.allCases {
      lines += ["", "# " + words("setting.\(setting.rawValue)")]
      lines.append("#   " + setting.values.joined(separator: "  "))
      let value = setting.value(in: settings)
      let first = setting.values.contains(Setting.auto) ? Setting.auto : words.language.rawValue
      lines.append((value == nil ? "#" : "") + "set \(setting.rawValue) \(value ?? first)")
    }
    lines += [""] + words("setting.keys").split(separator: "\n").map { "# \($0)" }
    lines += ["#bind list x sort", "#unbind today x"]
    return lines.joined(separator: "\n") + "\n"
  }
}
