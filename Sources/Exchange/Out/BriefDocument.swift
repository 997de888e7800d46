package import Labels
package import Wording

/// A handover brief as a page to keep or to print.
package enum BriefDocument {
  /// Plain text; a warning has an exclamation mark in front.
  package static func text(_ brief: Brief) -> String {
    let sections = brief.sections.map { section in
      ([section.heading] + section.lines.map { "  \(line($0))" }).joined(separator: "\n")
    }
    return ([brief.title, brief.origin, ""] + [sections.joined(separator: "\n\n"), ""])
      .joined(separator: "\n")
  }

  private static func line(_ line: Brief.Line) -> String {
    let mark = line.isWarning ? "! " : ""
    return mark + [line.label, line.text].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// One page of HTML that needs nothing else: no script, no picture, no address of a network.
  package static func html(_ brief: Brief, language: LabelLanguage) -> String {
    let sections = brief.sections.map { section in
      """
      <h2>\(escaped(section.heading))</h2>
      <table>
      \(section.lines.map(row).joined(separator: "\n"))
      </table>
      """
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(escaped(brief.title))</title>
      <style>
      @page { size: A4; margin: 15mm }
      body { font: 10pt/1.35 sans-serif; color: #000; max-width: 180mm }
      h1 { font-size: 14pt; margin: 0 }
      h2 { font-size: 10.5pt; margin: 3mm 0 0; border-bottom: 0.3mm solid #000 }
      table { border-collapse: collapse; width: 100% }
      th { text-align: left; font-weight: normal; width: 42mm; vertical-align: top }
      td { vertical-align: top; overflow-wrap: anywhere }
      .warning td, .warning th { font-weight: bold }
      </style>
      </head>
      <body>
      <h1>\(escaped(brief.title))</h1>
      <p>\(escaped(brief.origin))</p>
      \(sections.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static func row(_ line: Brief.Line) -> String {
    let cells =
      line.label.isEmpty
      ? "<td colspan=\"2\">\(escaped(line.text))</td>"
      : "<th scope=\"row\">\(escaped(line.label))</th><td>\(escaped(line.text))</td>"
    return line.isWarning ? "<tr class=\"warning\">\(cells)</tr>" : "<tr>\(cells)</tr>"
  }

  private static func escaped(_ text: String) -> String { Markup.lines(text) }
}
