/** The look of the tables: plain lists, and the matrix of a family. */
export const TABLE_STYLE = `
.scroll{position:relative;overflow-x:auto;max-width:100%}
table{border-collapse:separate;border-spacing:0}
th{text-align:start;font-weight:600}
td,th{vertical-align:top}
table.list{width:100%}
.list th,.list td{padding:8px 16px 8px 0;border-bottom:1px solid var(--line)}
.list thead th{font-size:12px;color:var(--quiet);white-space:nowrap;padding-block:4px}
.list tbody th{font-weight:400}.list tbody th code{display:block}
.list .amount{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.list td,.list tbody th{min-width:64px}.list tbody th{min-width:200px}
.list td:nth-child(2).text{min-width:150px}
.list td.chips{display:table-cell}.list td.chips>*{margin:0 4px 4px 0}
.problems tbody th{min-width:220px}.problems .name{font-weight:600;display:block}
.problems td:first-child{min-width:0;width:1%}
.problems tr[data-line]:target{background:var(--accent-soft)}
tr:target>*{background:var(--accent-soft)}
.deciders{margin:0;padding:0;list-style:none;min-width:240px}.deciders li{display:flex;justify-content:space-between;gap:12px;margin-bottom:4px}
.steps{margin:4px 0 8px;padding-inline-start:20px;min-width:240px}
details p{margin:4px 0 0}summary{cursor:pointer;color:var(--quiet);font-size:12px}summary:hover{color:var(--ink)}
.problems td>details>summary{font-size:14px;color:var(--accent)}
.pick{min-width:28px;height:28px;padding:0 4px;border:1px solid var(--strong);border-radius:14px;background:var(--raised);font-variant-numeric:tabular-nums;cursor:pointer}
.pick:hover{background:var(--accent-soft)}
.pick[aria-pressed="true"]{background:var(--accent);border-color:var(--accent);color:var(--paper);font-weight:600}
.matrix{font-size:14px}
.matrix th,.matrix td{border-bottom:1px solid var(--line);background:var(--paper)}
.matrix td,.matrix th[data-problem]{width:48px;min-width:48px;max-width:48px;text-align:center;vertical-align:middle;padding:2px}
.matrix th.else{width:48px;min-width:48px;max-width:48px;text-align:center;color:var(--quiet)}
.matrix .title{height:250px;vertical-align:bottom;padding:4px 2px;border:0}
.matrix .title span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:242px;max-width:44px;font-size:12px;line-height:14px;font-weight:400;text-align:start;overflow:hidden}
.matrix .titles .corner{vertical-align:bottom;border:0;color:var(--quiet);font-size:12px}
.matrix .numbers .corner{color:var(--quiet);font-size:12px;font-weight:400;vertical-align:middle}
.matrix .numbers .else{vertical-align:middle}.matrix .numbers th{border-bottom:2px solid var(--strong);padding-block:4px}
.matrix tbody th,.matrix .corner{position:sticky;left:0;z-index:2;width:400px;min-width:400px;max-width:400px;padding:4px 12px 4px 0}
.matrix .ask th{padding-block:8px 4px}.matrix .ask td{vertical-align:middle;font-variant-numeric:tabular-nums;color:var(--quiet)}
.matrix .fold{display:block;border:0;background:none;padding:0;text-align:start;font-weight:600;cursor:pointer}
.matrix .meta{display:flex;flex-wrap:wrap;gap:0 12px;align-items:center;font-weight:400;font-size:12px;color:var(--quiet)}
.scripted .fold::before{content:"\\25BE";display:inline-block;width:16px;color:var(--quiet)}
.scripted .fold[aria-expanded="false"]::before{content:"\\25B8"}
.scripted .ask .meta{padding-inline-start:16px}
.matrix .answers th{font-weight:400;padding-inline-start:16px}
.matrix .silent th{color:var(--quiet);font-size:12px;position:static}
.matrix td.w1{background:var(--w1);color:var(--ink)}.matrix td.w2{background:var(--w2);color:var(--ink)}.matrix td.w3{background:var(--w3);color:var(--w3-ink)}
.matrix td.decides{font-weight:700;box-shadow:inset 0 -3px 0 var(--accent)}
.cell{font-weight:700}.cell.even{color:var(--quiet);font-weight:400}
.matrix td.for1,.cell.for1{background:var(--for1)}.matrix td.for2,.cell.for2{background:var(--for2);color:var(--for2-ink)}
.matrix td.against1,.cell.against1{background:var(--against1)}.matrix td.against2,.cell.against2{background:var(--against2);color:var(--against2-ink)}
.cell.own{box-shadow:inset 0 0 0 1.5px color-mix(in srgb,var(--ink) 50%,transparent)}
.matrix tbody tr:hover th{background:var(--sunk)}
[data-picked] .question:not(.chosen),[data-picked] .question:not(.chosen)+.answers{opacity:.5}
[data-picked] .chosen [data-problem]:not(.lit),[data-picked] .chosen+.answers [data-problem]:not(.lit){opacity:.6}
.matrix th.lit,.list tr.lit>*{background:var(--accent-soft)}.lit .chip.role,:target .chip.role{background:var(--raised)}
.unfound,.searching .two,.searching .legend,.searching main>section:not(:has([data-search]:not(.unfound))){display:none}
.silent-questions{margin:16px 0 0}
@media screen and (min-width:1000px){.scroll:not(.always){overflow:visible}.scroll:not(.always) .numbers th{position:sticky;top:81px;z-index:3}.scroll:not(.always) .numbers .corner{z-index:4}}
@media screen and (max-width:760px){
table.list,.list tbody,.list tr,.list tbody th,.list td,.list td.chips{display:block}.list thead{display:none}
.list tr{padding:12px 0;border-bottom:1px solid var(--line)}
.list tbody th,.list td{padding:0 0 4px;border:0;text-align:start}.list .amount{text-align:start}
.list td[data-label]:not([data-label=""])::before{content:attr(data-label) " ";color:var(--quiet);font-size:12px}
.problems tr{position:relative;padding-inline-start:44px}.problems td:first-child{position:absolute;left:0}
.deciders li{max-width:100%}.deciders,.steps{min-width:0}
.matrix tbody th,.matrix .corner{width:168px;min-width:168px;max-width:168px;font-size:12px;padding-inline-end:8px}
.matrix td,.matrix th.else,.matrix th[data-problem]{width:36px;min-width:36px;max-width:36px}
.matrix .title span{max-width:32px;font-size:11px}
.matrix .ask .meta code{display:none}.matrix .answers th{padding-inline-start:8px}}
@media print{.scroll{overflow:visible}.matrix,.matrix .meta,.matrix .corner{font-size:9px}.matrix th,.matrix td{background:none}.matrix .title{height:200px}.matrix .title span{font-size:9px;line-height:10px;max-height:192px;max-width:30px}.deciders,.steps,.list tbody th,.list td,.list td.text,.problems tbody th{min-width:0}.matrix tbody th{padding-block:1px}.list th,.list td{padding:4px 8px 4px 0}.pick,.problems td>details>summary{border:0;padding:0}.matrix tbody th,.matrix .corner{position:static;width:240px;min-width:240px;max-width:240px}.matrix thead{display:table-header-group}
.matrix td,.matrix th.else,.matrix th[data-problem]{width:32px;min-width:32px;max-width:32px}.pick{border:0}}
`;
