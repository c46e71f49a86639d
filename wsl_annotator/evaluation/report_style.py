"""The look of the report's page, light and dark, on screens and paper."""

from __future__ import annotations

SERIES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a6fd0", "#8c6d31")
"""Colours that colour-blind eyes tell apart. Source: Okabe and Ito 2008, and two more."""
DASHES = ("", "7 3", "2 3", "9 3 2 3")
"""Lines of later rounds through the colours, so that none depends on colour alone."""

STYLE = """
:root{color-scheme:light dark;--page:#f5f6f8;--card:#fff;--ink:#1b1f27;--soft:#5b6472;--faint:#8a93a1;--line:#e1e5eb;
--grid:#e8ebf0;--accent:#0072b2;--tint:#0072b214;--good:#00865f;--track:#eceff3;--truth:#00b37a;--guess:#ff8a00;
--other:#9aa3b0;--shadow:0 1px 2px #1b1f270d,0 4px 16px #1b1f270d}
@media (prefers-color-scheme:dark){:root{--page:#14171c;--card:#1d2128;--ink:#e8ebf0;--soft:#a5aebb;--faint:#7b8593;
--line:#2e343e;--grid:#2b313a;--accent:#56b4e9;--tint:#56b4e91f;--good:#2fc796;--track:#2a3038;
--shadow:0 1px 2px #0004,0 4px 16px #0003}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;-webkit-text-size-adjust:100%}
main{max-width:1160px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:30px;line-height:1.2;margin:0 0 6px;letter-spacing:-.015em}
h2{font-size:19px;margin:44px 0 4px;letter-spacing:-.01em}
h3{font-size:14px;margin:0 0 8px;font-weight:600}
p{margin:4px 0 12px}
.lead{color:var(--soft);margin:0;overflow-wrap:anywhere}
.hint{color:var(--soft);font-size:13.5px;max-width:78ch}
.bars{max-width:860px;margin:0 auto}.bars>svg{min-width:520px}
.wider{grid-template-columns:repeat(auto-fit,minmax(min(400px,100%),1fr))}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow);padding:18px 20px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(166px,1fr));gap:14px;margin:26px 0 0}
.figure b{display:block;font-size:29px;line-height:1.15;font-weight:650;letter-spacing:-.02em;
font-variant-numeric:tabular-nums}
.figure b small{font-size:15px;font-weight:500;color:var(--soft);letter-spacing:0;margin-left:2px}
.figure span{display:block;font-weight:600;font-size:13.5px;margin-bottom:6px;white-space:nowrap}
.figure em{display:block;font-style:normal;color:var(--soft);font-size:12.5px;line-height:1.4;margin-top:6px}
.figure.first{background:var(--accent);border-color:var(--accent);color:#fff}
.figure.first em,.figure.first b small{color:#ffffffd9}
@media (prefers-color-scheme:dark){.figure.first{background:#0b5c8c;border-color:#0b5c8c}}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(310px,1fr));gap:14px}
.panels .card>svg{max-width:400px;margin:0 auto}.wider .card>svg{max-width:540px}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:14px}
th,td{padding:7px 8px;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;font-size:12.5px;vertical-align:bottom;line-height:1.3}
th:first-child,td:first-child{text-align:left;padding-left:0}
th:last-child,td:last-child{padding-right:0}
tbody tr:last-child td{border-bottom:0}
tr.mean td{font-weight:650;border-top:2px solid var(--line)}
td i{display:inline-block;vertical-align:middle;height:6px;border-radius:3px;background:var(--track);width:24px;
margin-right:6px;overflow:hidden}
td i u{display:block;height:100%;background:var(--accent);border-radius:3px}
td.none{color:var(--faint)}
svg{display:block;max-width:100%}
svg text{fill:var(--soft);font-size:11px;font-family:inherit}
svg text.name{fill:var(--ink);font-size:12.5px}
svg text.value{fill:var(--ink);font-size:12px;font-variant-numeric:tabular-nums}
.grid{stroke:var(--grid);stroke-width:1}
.axis{fill:none;stroke:var(--faint);stroke-width:1}
.track{fill:var(--track)}
.curve{fill:none;stroke-width:2;stroke-linejoin:round}
.curve.muted{stroke:var(--other);stroke-width:1;opacity:.55}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12.5px;color:var(--soft);margin:10px 0 0;padding:0;
list-style:none}
.legend svg{display:inline-block;vertical-align:-2px;margin-right:6px}
.legend b{color:var(--ink);font-weight:600;font-variant-numeric:tabular-nums}
.worst{display:grid;grid-template-columns:repeat(auto-fill,minmax(255px,1fr));gap:14px;margin-top:14px}
.worst figure{margin:0;padding:10px 10px 12px;display:flex;flex-direction:column}
.worst .photo{background:var(--track);border-radius:7px;overflow:hidden;display:flex;align-items:center;
justify-content:center;height:220px}
.worst .photo svg{width:100%;height:100%}
.worst figcaption{font-size:12.5px;color:var(--soft);margin-top:9px;line-height:1.45;overflow-wrap:anywhere}
.worst figcaption b{color:var(--ink);font-size:13.5px}
.box{fill:none;vector-effect:non-scaling-stroke}
.halo{fill:none;stroke:#000;stroke-opacity:.55;stroke-width:4.5;vector-effect:non-scaling-stroke}
.truth{stroke:var(--truth);stroke-width:2.5}.guess{stroke:var(--guess);stroke-width:2.5;stroke-dasharray:6 3}
.other{stroke:#fff;stroke-width:1.5;stroke-dasharray:2 3}
.blank{fill:var(--track)}
.key{display:inline-block;width:20px;height:0;border-top:3px solid var(--truth);vertical-align:middle;margin-right:6px}
.key.guess{border-top:3px dashed var(--guess)}.key.other{border-top:3px dotted var(--other)}
.key.dot{width:11px;height:11px;border:3px solid #fff;outline:1.5px solid var(--faint);background:#000;
border-radius:50%}
.notes{border-left:4px solid var(--accent);background:var(--tint);border-radius:0 10px 10px 0;padding:12px 18px;
margin:22px 0 0}
.notes ul{margin:0;padding-left:18px}.notes li{margin:2px 0}
details{margin-top:14px}summary{cursor:pointer;font-weight:600;font-size:14px}
details>*:not(summary){margin-top:10px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:5px 22px;margin:0;font-size:13.5px}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
code{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
footer{color:var(--faint);font-size:12.5px;margin-top:40px}
@media (max-width:560px){main{padding:24px 14px 40px}h1{font-size:25px}dl{grid-template-columns:1fr}
dd{margin-bottom:6px}}
@media print{body{background:#fff}main{max-width:none;padding:0}.card{box-shadow:none;break-inside:avoid}
.worst figure{break-inside:avoid}}
"""
