"""How the page of an article looks.

In: nothing. Out: ``STYLE``, the page's style sheet, ``FILTER``, the rules of one speaker, and
``DIFFERENCES``, what a page of differences has besides. Why:
the page has no script, so its states are the style's: a radio input that is checked leaves one
speaker's marks on (``--on``), and a mark that is hovered or focused shows its facts in a bar at the
bottom of the window, where they cover nothing near and fit a phone.
"""

STYLE = """
:root{color-scheme:light dark;--ink:#222;--paper:#fff;--quiet:#5c5c5c;--line:#d4d4d4;--s:75%;
--l:86%;--strong:76%;--deep:38%}
@media(prefers-color-scheme:dark){:root{--ink:#ddd;--paper:#181818;--quiet:#a4a4a4;--line:#444;
--s:45%;--l:27%;--strong:38%;--deep:65%}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:68rem;padding:2rem 1.5rem 5rem;display:grid;
grid-template-columns:minmax(0,1fr) 17rem;gap:3rem;
align-items:start;color:var(--ink);background:var(--paper);font:1.05rem/1.75 Georgia,serif}
main{grid-area:1/1;white-space:pre-line;overflow-wrap:anywhere;min-width:0}
.gap{display:none}
h1,p{margin:.3rem 0;unicode-bidi:plaintext}
main .body{margin:.95rem 0;white-space:normal}
main .heading{margin:1.5rem 0 .4rem}
main .caption{margin:.95rem 0}
main :is(.byline,.timestamp,.heading,.headline)+.gap+.body{margin-top:.6rem}
h1{font-size:1.9rem;line-height:1.25;margin:.2rem 0 .6rem}
.kicker,.subheadline,.byline,.timestamp,.dateline{font-family:system-ui,sans-serif}
.kicker{font-size:.8rem;font-weight:600;letter-spacing:.06em;color:var(--quiet)}.subheadline{
font-size:1.1rem;color:var(--quiet)}
.byline,.timestamp{font-size:.9rem;color:var(--quiet)}.dateline{font-size:.85em;font-weight:600;
letter-spacing:.03em;color:var(--quiet)}
.heading{font-weight:bold}
.credit,.correction,.note,.copyright,.contact,.promotion,.advertisement,.social,.navigation,
.related,.caption,.other{
font:.85rem/1.6 system-ui,sans-serif;color:var(--quiet);border-inline-start:3px solid var(--line);
padding-inline-start:.8rem}
.credit{font-style:italic}
mark,u{--on:1;--h:0}
.unknown{--s:0%}
mark{--tone:hsl(var(--h) var(--s) var(--l) / var(--on));
--band:hsl(var(--h) var(--s) var(--strong) / var(--on));
--faint:hsl(var(--h) var(--s) var(--l) / calc(var(--on)*.45));
color:inherit;background:var(--tone);padding:.1em 0;border-radius:2px;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.indirect{background:linear-gradient(transparent 76%,var(--band) 76%)}
mark.mixed{background:linear-gradient(var(--faint) 76%,var(--band) 76%)}
mark:has(mark){padding:.3em 0}
mark.unknown{box-shadow:inset 0 0 0 1px rgb(128 128 128 / calc(var(--on)*.6))}
mark.unsure[tabindex]::before,.key .unsure::before{content:"?\\2060";
font:bold calc(.68em*var(--on))/1 system-ui,sans-serif;
vertical-align:.55em;padding:0 .25em;margin-right:.15em;border-radius:1em;color:var(--paper);
background:hsl(var(--h) var(--s) var(--deep))}
u{text-decoration:underline solid 2px hsl(var(--h) var(--s) var(--deep) / var(--on));
text-underline-offset:.2em}
u.cue{text-decoration-style:dotted}
mark:hover,mark:focus-visible{outline:2px solid hsl(var(--h) var(--s) var(--deep));
outline-offset:1px}
main mark:focus::after,main mark:hover:not(:has(mark:hover))::after{content:attr(aria-description);
position:fixed;inset:auto 0 0 0;z-index:1;
padding:.7rem 1.5rem;font:.95rem/1.4 system-ui,sans-serif;white-space:normal;overflow-wrap:anywhere;
color:var(--paper);background:var(--ink);
border-top:4px solid hsl(var(--h) var(--s) 55%);pointer-events:none;unicode-bidi:isolate;
max-height:40vh;overflow:hidden}
main mark:hover:not(:has(mark:hover))::after{z-index:2}
.sign::before{content:attr(data-sign);font:.7em monospace;color:var(--quiet);border:1px solid;
border-radius:2px;padding:0 .2em}
aside{grid-area:1/2;position:sticky;top:1.5rem;max-height:calc(100vh - 3rem);overflow:auto;
font:.9rem/1.4 system-ui,sans-serif}
fieldset{border:0;margin:0;padding:0;min-width:0}legend{font-weight:600;padding:0;
margin-bottom:.4rem}
ol{list-style:none;padding:0;margin:0}
label{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:0 .5rem;align-items:baseline;
padding:.25rem .3rem;cursor:pointer;
overflow-wrap:anywhere}
label:has(:checked){background:rgb(128 128 128 / .15);border-radius:4px}label:has(:focus-visible){
outline:2px solid}
label mark{justify-self:start;padding:.1em .35em}label mark:hover{outline:0}
input{margin:0}small{grid-column:2/-1;color:var(--quiet)}.count{color:var(--quiet);
font-variant-numeric:tabular-nums}
.key{margin-top:1rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--quiet);--h:210}
.key :is(u,mark){--h:215;color:var(--ink)}.key mark{padding:.1em .3em}.key+.key{border:0;
margin-top:0;padding-top:0}.key mark:hover{outline:0}
body:has(.one:checked) main :is(mark,u){--on:0}
@media(max-width:48rem){body{display:block;padding:1rem 1rem 5rem}h1{font-size:1.5rem}
aside{position:static;max-height:none;margin-bottom:1.2rem;padding-bottom:.8rem;
border-bottom:1px solid var(--line)}
ol{display:flex;flex-wrap:wrap;gap:.15rem .3rem}li{max-width:100%}label{gap:0 .35rem}small{
display:none}
.key{margin-top:.6rem;padding-top:0;border:0}}
@media print{body{display:block;padding:0;max-width:none;font-size:11pt}aside{position:static;
max-height:none;margin-bottom:1.5rem}
input,.how,mark::after{display:none!important}label{display:inline;padding:0}label:has(:checked){
background:none}small::before{content:" "}small{display:inline}
li:has(#all){display:none}
mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}mark:focus,mark:hover{
outline:0!important}h1{break-after:avoid}}
"""

FILTER = ".s{n}{{--h:{hue}}}body:has(#w{n}:checked) main .s{n}{{--on:1}}"

DIFFERENCES = """
mark.right,u.right{--h:140}mark.wrong,u.wrong{--h:38}mark.extra,u.extra{--h:0}
mark.missed,u.missed{--h:268}
mark.missed{--edge:hsl(var(--h) 60% 58% / var(--on));background:none;
box-shadow:inset 0 2px var(--edge),inset 0 -2px var(--edge)}
mark:is(.wrong,.extra,.missed)::before{
font:bold calc(.68em*var(--on))/1 system-ui,sans-serif;vertical-align:.55em;padding:0 .25em;
margin-right:.15em;border-radius:1em;color:var(--paper);background:hsl(var(--h) 70% var(--deep))}
mark.wrong::before{content:"\\2260\\2060"}mark.extra::before{content:"+\\2060"}
mark.missed::before{content:"\\2212\\2060"}
main mark:not([tabindex])::before{content:none}
u.wanted{text-decoration-style:dashed}u.wanted.content{text-decoration-thickness:3px;
text-underline-offset:.35em}
section{margin:0 0 2.5rem;padding-bottom:1.5rem;border-bottom:1px solid var(--line)}
section:last-child{border:0}
h2{font:600 .85rem/1.4 system-ui,sans-serif;color:var(--quiet);margin:0 0 .8rem}
.key li{padding:.15rem .3rem}
"""
