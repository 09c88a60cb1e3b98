/**
 * The look of the page: a scale of type (12, 14, 16, 20, 28), one of space (4, 8, 12, 16, 24, 40), and colours for light
 * and dark that keep 4.5:1 for text. For is blue and against is orange, which the colour-blind tell apart; a sign says
 * it too.
 */
export const STYLE = `
:root{color-scheme:light dark;
--paper:#fbfaf8;--raised:#ffffff;--sunk:#f1efea;--ink:#1d1b18;--quiet:#65605a;--line:#dfdbd3;--strong:#b9b3a8;
--accent:#3a4f9f;--accent-soft:#e6e9f6;--warn:#a3480f;
--for1:#cfe0f5;--for2:#2f6db5;--for2-ink:#ffffff;--against1:#fadfc6;--against2:#efb27c;--against2-ink:#3d1c02;
--w1:#e3e7f4;--w2:#b9c3e6;--w3:#5567b4;--w3-ink:#ffffff;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{
--paper:#16171b;--raised:#1e2026;--sunk:#25272e;--ink:#e9e7e2;--quiet:#a5a29b;--line:#33363f;--strong:#565a66;
--accent:#9fb0f5;--accent-soft:#2a3050;--warn:#f2a36b;
--for1:#233d5c;--for2:#7db4f0;--for2-ink:#0b1a2b;--against1:#4d3018;--against2:#8a5226;--against2-ink:#ffe9d6;
--w1:#282d45;--w2:#3c4675;--w3:#a3b1f2;--w3-ink:#12173a}}
*{box-sizing:border-box}
html{scroll-padding-top:120px;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 var(--sans)}
body>*{max-width:1240px;margin-inline:auto;padding-inline:24px}
h1{font-size:28px;line-height:1.2;margin:0 0 16px;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:20px;line-height:1.3;margin:0 0 4px;text-wrap:balance}
h3{font-size:16px;line-height:1.4;margin:24px 0 8px}
p{margin:0 0 12px;max-width:84ch;text-wrap:pretty}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
code{font:12px/1.5 var(--mono);color:var(--quiet);overflow-wrap:anywhere}
button{font:inherit;color:inherit}
.quiet{color:var(--quiet)}.warn{color:var(--warn)}
.lead{color:var(--quiet);margin-bottom:16px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-9999px;padding:8px 12px}.skip:focus{left:8px;top:8px;z-index:9;background:var(--raised)}
.needs-script{display:none}.scripted .needs-script{display:revert}.scripted .find.needs-script{display:flex}
.masthead{padding-block:40px 24px}
.eyebrow{margin:0 0 4px;font-size:12px;letter-spacing:.06em;text-transform:uppercase;color:var(--quiet)}
.tiles{display:flex;flex-wrap:wrap;gap:8px 40px;margin:0 0 16px}
.tiles div{display:flex;flex-direction:column-reverse}
.tiles dt{color:var(--quiet);font-size:12px}.tiles dd{margin:0;font-size:28px;line-height:1.2;font-variant-numeric:tabular-nums}
.toolbar{position:sticky;top:0;z-index:5;background:var(--paper);border-block:1px solid var(--line);max-width:none;padding-block:8px;padding-inline:max(24px,calc(50% - 596px))}
.toolbar nav{display:flex;gap:4px 16px;overflow-x:auto;white-space:nowrap;scrollbar-width:thin}
.toolbar nav a{color:var(--quiet);text-decoration:none;padding:4px 0}.toolbar nav a:hover{color:var(--ink);text-decoration:underline}
.find{align-items:center;gap:8px;margin-bottom:4px}
.find label{font-weight:600}
.find input{flex:0 1 340px;min-width:0;padding:4px 12px;border:1px solid var(--strong);border-radius:6px;background:var(--raised);color:var(--ink);font:inherit}
.find output{color:var(--quiet);font-size:12px;flex:1}
.find button{border:1px solid var(--strong);background:var(--raised);border-radius:6px;padding:4px 12px;cursor:pointer;white-space:nowrap}
.find button:hover{background:var(--sunk)}
main{padding-block:24px}
section{margin:0 0 40px;min-width:0}
.two{display:grid;gap:0 40px}
.bands{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
.bands a{display:grid;grid-template-columns:minmax(140px,250px) minmax(120px,1fr) minmax(250px,auto);gap:4px 16px;align-items:center;padding:8px 0;border-bottom:1px solid var(--line);color:inherit;text-decoration:none}
.bands a:hover{background:var(--sunk)}
.band-name{font-weight:600}.band-says{font-variant-numeric:tabular-nums}
.band{width:100%;height:20px;display:block}
.piece{fill:var(--for2)}.piece.odd{fill:color-mix(in srgb,var(--for2) 62%,var(--paper))}.piece.rest{fill:url(#hatch)}.hatch{fill:var(--strong)}
.legend{border:1px solid var(--line);border-radius:8px;background:var(--raised);padding:16px;margin:0 0 40px}
.legend p{margin:4px 0 0;max-width:none}
.key{display:inline-flex;align-items:center;gap:4px;margin:4px 12px 0 0;white-space:nowrap}
.key .cell{display:inline-block;width:28px;line-height:20px;text-align:center;border-radius:3px;font-weight:700}
.chip{display:inline-block;padding:0 8px;border-radius:10px;background:var(--sunk);color:var(--ink);font-size:12px;line-height:20px;white-space:nowrap;text-decoration:none}
a.chip:hover{background:var(--accent-soft)}
.chip.role{background:var(--accent-soft)}.chip.risk{background:none;box-shadow:inset 0 0 0 1px var(--warn);color:var(--warn)}
.chips{display:flex;flex-wrap:wrap;gap:4px}
.talk{border-top:1px solid var(--line);padding:8px 0}.talk h3{margin:8px 0 4px}.talk p{margin:0 0 4px;overflow-wrap:anywhere}
.turns{margin:8px 0;padding-inline-start:32px}.turns li{margin:0 0 12px;padding-inline-start:8px}.turns li::marker{color:var(--quiet)}
.turns p{white-space:pre-line}.turns .who{color:var(--quiet);font-size:12px}
.turns .wrong{background:var(--sunk);border-inline-start:3px solid var(--warn);padding-block:4px}
.number{white-space:nowrap}.measured{display:inline-flex;align-items:center;gap:8px;font-variant-numeric:tabular-nums}
.bar{width:64px;height:6px;flex:none;border-radius:3px;overflow:hidden}.bar .track{fill:var(--line)}.bar .fill{fill:var(--accent)}.bar.warn .fill{fill:var(--warn)}
footer{padding-block:16px 40px}
@media screen and (max-width:760px){
body>*{padding-inline:16px}.toolbar{padding-inline:16px}.masthead{padding-block:24px 16px}.tiles{gap:8px 24px}.tiles dd{font-size:20px}
.turns{padding-inline-start:24px}.bands a{grid-template-columns:1fr}.key{white-space:normal}.find label{display:none}.find input{flex:1}.find output{display:none}}
@page{size:A4;margin:12mm}
@media print{:root{color-scheme:light}body{font-size:10px;background:none}body>*{max-width:none;padding-inline:0}.toolbar,.skip,.scripted .needs-script{display:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.family{break-before:page}h2,h3{break-after:avoid}.chip,code,summary,.lead,.quiet{font-size:9px;line-height:14px}.measured .bar{width:32px}.bands a{grid-template-columns:160px 1fr auto;padding:4px 0}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
`;
