/// How the page of a report looks: on a screen by day or by night, and on paper.
enum ReportStyle {
  /// What stands for a period where there is no colour.
  static let patterns = """
    <svg class="patterns" aria-hidden="true" width="0" height="0" focusable="false"><defs>
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect class="ground" width="4" height="4"/><rect class="ink" width="1.5" height="4"/></pattern>
    <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect class="base" width="5" height="5"/><circle class="dot" cx="2.5" cy="2.5" r="1"/></pattern>
    </defs></svg>
    """

  static let text = """
    :root { color-scheme: light; --paper: #fff; --ink: #16212b; --muted: #55636f; --line: #d3dbe2;
      --soft: #eef3f7; --now: #1b5e8c; --way: #c9dcea; --inside: #fff; --then: #6b7a88 }
    @media screen and (prefers-color-scheme: dark) {
      :root { color-scheme: dark; --paper: #11171d; --ink: #e6ecf1; --muted: #a3b2bf; --line: #2d3944;
        --soft: #1a232b; --now: #6fb6e6; --way: #24465c; --inside: #0d141a; --then: #9fb0bf } }
    @page { size: A4; margin: 15mm 14mm 16mm;
      @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #55636f } }
    * { box-sizing: border-box }
    html { font-size: 15px }
    body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
      font: 1rem/1.5 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo,
        "Segoe UI", sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact }
    main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem }
    header { border-left: .5rem solid var(--now); padding: .1rem 0 .1rem 1.1rem }
    header p { margin: 0; color: var(--muted) }
    header .period { color: var(--ink); font-size: 1.25rem }
    h1 { margin: 0; font-size: 2.1rem; line-height: 1.25; letter-spacing: .01em }
    h2 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; border-bottom: 2px solid var(--now);
      padding-bottom: .2rem; break-after: avoid }
    header .inside { margin-top: .6rem; padding: .4rem .7rem; border: 2px solid var(--ink);
      color: var(--ink); font-weight: 700 }
    .highlights { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .8rem;
      list-style: none; margin: 1.6rem 0 0; padding: 0 }
    .highlights li { background: var(--soft); padding: .7rem .9rem; border-top: 3px solid var(--now);
      break-inside: avoid }
    .large { font-size: 1.75rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums }
    .difference { color: var(--muted) }
    .highlights .name { display: block; font-size: .86rem; color: var(--muted) }
    .legend { margin: 1.2rem 0 0; font-size: .86rem; color: var(--muted) }
    .key { margin-right: 1.2rem; white-space: nowrap }
    table { width: 100%; border-collapse: collapse }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    th { text-align: left; font-weight: 400; vertical-align: top }
    td { vertical-align: top }
    th, td { padding: .42rem .5rem .42rem 0 }
    thead th { font-size: .8rem; color: var(--muted); border-bottom: 1px solid var(--line);
      vertical-align: bottom; white-space: normal }
    tr { break-inside: avoid } tr.line:has(+ tr.part), thead { break-after: avoid }
    tr.line > * { border-top: 1px solid var(--line) }
    tbody tr.line:first-child > * { border-top: 0 }
    tr.line th { font-weight: 600 }
    tr.part th { padding-left: 1.3rem; font-size: .92rem }
    tr.part > * { padding-top: .1rem; padding-bottom: .1rem; font-size: .92rem }
    .about, .remark { display: block; font-weight: 400; font-size: .8rem; color: var(--muted);
      line-height: 1.4 }
    .by { font-weight: 400; font-size: .8rem; color: var(--muted) }
    .remark { white-space: nowrap }
    .bar { width: 10.5rem; padding-top: .62rem }
    thead .bar { padding-top: 0 }
    tr.part .bar { padding-top: .3rem }
    .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 6rem;
      padding-left: .7rem }
    .n.now { font-weight: 700; width: 8rem }
    tr.part .n.now { font-weight: 400 }
    abbr { text-decoration: none }
    figure { margin: .8rem 0 1.2rem; break-inside: avoid }
    figcaption { font-weight: 600; font-size: .92rem; margin-bottom: .3rem }
    svg { display: inline-block; vertical-align: middle; max-width: 100% }
    figure svg { display: block; width: 100%; height: auto }
    .months { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.6rem }
    .months figure:only-child { grid-column: 1 / 3; max-width: 36rem }
    .patterns { position: absolute }
    .now { fill: var(--now) } td.now, th.now { fill: none }
    rect.part { fill: url(#dots); stroke: var(--now); stroke-width: .8 }
    rect.then { fill: url(#hatch); stroke: var(--then); stroke-width: .8 }
    rect.hidden { fill: none; stroke: var(--then); stroke-dasharray: 2 2 }
    .axis { fill: var(--then) } .way { fill: var(--way) }
    .ground { fill: var(--paper) } .ink { fill: var(--then) }
    .base { fill: var(--way) } .dot { fill: var(--now) }
    text.label { fill: var(--ink); font-family: inherit }
    text.muted { fill: var(--muted) } text.number, text.name { font-weight: 600 }
    text.inside { fill: var(--inside); font-weight: 700 }
    footer { margin-top: 2.4rem; font-size: .86rem; color: var(--muted) }
    footer h2 { font-size: 1rem; color: var(--ink); border-bottom-width: 1px }
    footer ul { margin: 0 0 1rem; padding-left: 1.2rem }
    footer p { margin: .25rem 0 } footer li, footer p { break-inside: avoid }
    @media screen and (max-width: 40rem) {
      .bar { display: none } .months { grid-template-columns: 1fr }
      .months figure:only-child { grid-column: 1 } }
    @media print {
      html { font-size: 9.2pt } main { max-width: none; padding: 0 } h2 { margin-top: 6mm } }
    """
}
