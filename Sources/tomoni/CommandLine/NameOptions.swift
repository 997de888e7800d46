import ArgumentParser

/// How a name is read and how it is written in Roman letters, for whoever reads one script alone.
struct NameOptions: ParsableArguments {
  @Option(help: .words("cli.option.nameKana", value: "NAME")) var nameKana = ""
  @Option(help: .words("cli.option.nameRoman", value: "NAME")) var nameRoman = ""
}
