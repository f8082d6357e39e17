/** The style of the page: light and dark, narrow and wide, and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#faf9f7;--sheet:#fff;--text:#1f2328;--soft:#57606a;--line:#dcd9d4;--accent:#8a1170;--tint:#f7ebf4;--open:#a8328f;--shut:#ebe8e3;--warn:#8a4b00;--warn-tint:#fff1d6;--bad:#9d1c1c;--bad-tint:#fde4e1;--good:#14612f;--good-tint:#dff2e4;--code:#f4f2ee;--shadow:0 1px 2px #0000000f,0 2px 8px #0000000a}
@media(prefers-color-scheme:dark){:root{--ground:#14161a;--sheet:#1c1f25;--text:#e8eaed;--soft:#a3abb5;--line:#343942;--accent:#f0a3df;--tint:#3a2135;--open:#d166bb;--shut:#2b2f37;--warn:#f3c06b;--warn-tint:#3a2d14;--bad:#ffaaa2;--bad-tint:#471d1b;--good:#8fdba8;--good-tint:#17351f;--code:#14161a;--shadow:none}}
*{box-sizing:border-box}
html{font:clamp(1rem,.92rem + .25vw,1.2rem)/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;scroll-padding-top:9rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:2rem;letter-spacing:-.02em}
h2{font-size:1.45rem;letter-spacing:-.01em;padding-bottom:.4rem;border-bottom:2px solid var(--line)}
h3{font-size:1.1rem;display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .5rem;overflow-wrap:anywhere}
h4{font-size:.95rem}
p,dl,ul{margin:.5rem 0}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
code,pre{font:.86em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;unicode-bidi:isolate;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
.sheet{position:absolute;width:0;height:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--sheet);padding:.5rem 1rem;z-index:9;border-radius:6px}
.skip:focus{top:.5rem}
.head,.tools,.columns{max-width:84rem;margin:0 auto;padding:0 clamp(.9rem,3vw,2.5rem)}
.head{padding-top:clamp(1.2rem,4vw,2.8rem);padding-bottom:.6rem}
.head p{color:var(--soft);max-width:70ch}
.tools{position:sticky;top:0;z-index:5;background:var(--ground);padding-top:.7rem;padding-bottom:.7rem;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .8rem;border-bottom:1px solid var(--line)}
#search{flex:1 1 100%;min-width:0;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--soft);border-radius:8px;padding:.45rem .8rem}
#search::placeholder{color:var(--soft);opacity:1}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem;align-items:center;min-width:0}
legend{float:left;color:var(--soft);font-size:.85rem;margin-right:.3rem;padding:0}
fieldset label{position:relative}
fieldset input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
fieldset span,button{display:inline-block;font:inherit;font-size:.85rem;line-height:1.3;color:var(--text);background:var(--sheet);border:1px solid var(--line);border-radius:99px;padding:.3rem .75rem}
fieldset input:checked+span,button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--ground)}
fieldset input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
button{cursor:pointer}
#status{margin:0;font-size:.85rem;color:var(--soft);min-width:9ch}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2.5rem;padding-bottom:5rem}
main:focus{outline:none}
nav ul{list-style:none;margin:1rem 0 0;padding:0;display:flex;gap:.3rem}
nav a{display:flex;align-items:center;gap:.5rem;padding:.3rem .6rem;border-radius:8px;color:var(--text);text-decoration:none;font-size:.95rem}
nav a:hover{background:var(--shut)}
nav a[aria-current]{background:var(--tint);color:var(--accent);font-weight:600}
nav .count{margin-left:auto}
.count{font-variant-numeric:tabular-nums;font-weight:400;font-size:.85rem;color:var(--soft)}
.icon{width:1.15em;height:1.15em;flex:none;fill:none;stroke:var(--accent);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.part{margin-top:2.4rem}
.items{display:grid;gap:1rem;margin-top:1rem;grid-template-columns:minmax(0,1fr)}
.item{background:var(--sheet);border:1px solid var(--line);border-radius:12px;padding:1rem clamp(.9rem,2vw,1.5rem);box-shadow:var(--shadow)}
.many .item{content-visibility:auto;contain-intrinsic-size:auto 22rem}
.item:target,li:target{outline:3px solid var(--accent);outline-offset:2px}
.self{color:inherit;text-decoration:none}
.self:hover{text-decoration:underline}
.where{margin:.15rem 0 .6rem;color:var(--soft);font-size:.92rem}
.address{margin-left:.8rem}
.badge{font-size:.78rem;font-weight:600;line-height:1.3;padding:.12rem .55rem;border-radius:99px;background:var(--shut);color:var(--text);white-space:nowrap}
.badge+a,.badge+code{margin-left:.5rem}
.warn,.note{background:var(--warn-tint);color:var(--warn)}
.note{padding:.4rem .8rem;border-radius:8px;font-weight:500}
.change-replace,.change-destroy{background:var(--bad-tint);color:var(--bad)}
.change-update,.change-forget{background:var(--warn-tint);color:var(--warn)}
.change-create,.change-import,.change-move{background:var(--good-tint);color:var(--good)}
a.badge{text-decoration:underline}
.alarms,.created{list-style:none;padding:0}
.alarms li{margin:.4rem 0}
.alarms code,.values code{overflow-wrap:anywhere}
.created{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
.values{table-layout:fixed}
.values th,.values td{padding:.25rem .8rem .25rem 0;overflow-wrap:anywhere;white-space:pre-wrap}
.values em{color:var(--soft)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,11rem),1fr));gap:.6rem 1.5rem}
.facts dt{font-size:.8rem;color:var(--soft)}
.facts dd{margin:0;overflow-wrap:anywhere}
.prose{white-space:pre-line;max-width:75ch}
.zone,.kind{color:var(--soft);font-size:.88rem}
.query{margin:.6rem 0 0;border:1px solid var(--line);border-radius:8px;background:var(--code)}
summary{cursor:pointer;padding:.4rem .8rem;font-size:.9rem;display:flex;gap:.8rem;align-items:baseline}
summary span{flex:none;font-weight:600}
summary span:before{content:"▸";display:inline-block;width:1.1em;color:var(--accent)}
[open]>summary span:before{content:"▾"}
.peek{flex:1;min-width:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:var(--soft)}
[open]>summary .peek{display:none}
pre{margin:0;padding:.2rem 1rem .9rem;white-space:pre-wrap;tab-size:2}
table{border-collapse:collapse;width:100%;margin:.7rem 0 0}
th,td{text-align:left;vertical-align:top;font-weight:400;padding:.25rem 0}
thead th{font-size:.8rem;color:var(--soft);padding:0}
.week th:first-child{width:30%;padding-right:1rem;overflow-wrap:anywhere}
.week{table-layout:fixed}
.week td p{margin:.15rem 0 .3rem;font-size:.9rem}
.days,.hours{display:flex}
.days span{flex:1 1 0;min-width:0;padding-left:2px}
.hours{justify-content:space-between}
.grid{max-width:46rem}
.grid th:first-child{width:3.2rem}
.grid td{padding:.2rem 0}
.bars{display:block;width:100%;height:1.05rem;border-radius:4px}
.shut{fill:var(--shut)}
.open{fill:var(--open)}
.lines{stroke:var(--sheet);stroke-width:2;vector-effect:non-scaling-stroke;fill:none}
.tiers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:.8rem;margin-top:.9rem}
.tier{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem}
.tier h4{text-transform:capitalize;display:flex;gap:.5rem;align-items:center}
.tier p{font-size:.93rem}
.tier .week thead{display:none}
.tier .week,.tier tbody,.tier tr,.tier th,.tier td{display:block;width:auto!important}
.tier td{padding-top:0}
.frame{overflow-x:auto;margin-top:.8rem;border:1px solid var(--line);border-radius:10px;background:var(--ground)}
.drawn{display:block;min-width:46rem;width:100%;height:auto}
.drawn text{fill:var(--text)}
.drawn .section{font-size:15px;font-weight:600}
.drawn .title{font-size:13px;font-weight:600}
.drawn .kind{font-size:11px;fill:var(--soft)}
.drawn .panel{fill:var(--sheet);stroke:var(--line)}
.drawn .rule{stroke:var(--line)}
.drawn a:hover .panel{stroke:var(--accent);stroke-width:2}
.item>h4{margin-top:1.2rem}
.panels,.accepted{list-style:none;padding:0}
.panels li{padding:.55rem 0;border-top:1px solid var(--line)}
.panels li:first-child{border-top:0}
@media(max-width:61.99rem){
html{scroll-padding-top:5rem}
.tools{position:static}
nav{position:sticky;top:0;z-index:5;background:var(--ground);border-bottom:1px solid var(--line);margin:0 calc(-1*clamp(.9rem,3vw,2.5rem))}
nav ul{flex-wrap:nowrap;overflow-x:auto;margin:0;padding:.4rem .9rem}
nav a{white-space:nowrap}
}
@media(min-width:62rem){
.columns{grid-template-columns:13.5rem minmax(0,1fr)}
nav{position:sticky;top:5.5rem;align-self:start;max-height:calc(100vh - 6.5rem);overflow-y:auto;padding-top:1.4rem}
nav ul{flex-direction:column}
}
@media(max-width:40rem){
.week,.week tbody,.week tr,.week th,.week td{display:block;width:auto!important}
.week thead{display:none}
.week td{padding-top:0}
.address{display:block;margin-left:0}
}
@media print{
@page{margin:16mm}
:root{color-scheme:light;--ground:#fff;--sheet:#fff;--text:#000;--soft:#444;--line:#bbb;--accent:#600a4d;--tint:#fff;--open:#555;--shut:#eee;--warn:#000;--warn-tint:#eee;--bad:#000;--bad-tint:#ddd;--good:#000;--good-tint:#eee;--code:#fff;--shadow:none}
html{font-size:10pt}
.tools,nav,.skip{display:none!important}
.columns{display:block;padding:0}
.head{padding:0}
.item,.tier,.panels li,table{break-inside:avoid}
.item:has(.frame){break-inside:auto}
.many .item{content-visibility:visible}
h2,h3,h4{break-after:avoid}
.peek{display:none}
.drawn{min-width:0}
.open,.shut,.badge,.note{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
