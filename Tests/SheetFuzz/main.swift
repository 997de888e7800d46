// Reads made-up sheets, a million of them or as many as are asked for, and tells of each that breaks the
// reader, takes too long or too much memory:
//
//   sheet-fuzz [--count N] [--seed S] [--from I] [--half text|workbook] [--keep FOLDER]
//
// One input again: --seed S --from I --count 1. The inputs of faults are kept in FOLDER.
import Foundation

let arguments = Arguments(CommandLine.arguments.dropFirst().map { $0 })
if let number = arguments.place {
  exit(Worker(arguments, place: number).run())
}
exit(Supervisor(arguments).run())
