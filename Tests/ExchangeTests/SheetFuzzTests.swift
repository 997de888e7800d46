import TestSupport
import Testing

/// A hundredth of the long run over made-up sheets; the README says how the whole is done.
struct SheetFuzzTests {
  @Test func `none of ten thousand made-up sheets breaks the reader, holds it or fills the memory`()
    throws
  {
    let folder = try ScratchFolder()
    let run = try ProgramRun(
      BuiltProduct.path("sheet-fuzz"), ["--count", "10000", "--keep", folder.path])
    #expect(run.exit == .code(0), "\(run.output)\(run.errors)")
    #expect(run.output.contains("0 faults"))
  }
}
