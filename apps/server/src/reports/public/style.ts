import { createHash } from 'node:crypto';

/** The app's own fonts, from this server. */
export const FONTS: readonly string[] = ['bricolage-grotesque-latin.woff2', 'figtree-latin.woff2'];

/**
 * The look of public pages, inside of them: beside the fonts nothing is fetched, and nothing from elsewhere. The colours are those
 * of the app (`packages/design/src/tokens.css`).
 */
export const STYLE = `
@font-face{font-family:"Bricolage Grotesque";font-weight:200 800;font-display:swap;src:url(/r/fonts/bricolage-grotesque-latin.woff2) format("woff2")}
@font-face{font-family:Figtree;font-weight:300 900;font-display:swap;src:url(/r/fonts/figtree-latin.woff2) format("woff2")}
:root{color-scheme:light dark;--paper:#f6f2ea;--surface:#fffdf9;--ink:#211d19;--ink-2:#6a6158;--line:#e4dccf;--accent:#c23d23;--on:#fff;
--display:"Bricolage Grotesque","Avenir Next","Segoe UI",system-ui,sans-serif;--text:Figtree,"Avenir Next","Segoe UI",system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#171512;--surface:#221f1b;--ink:#f2ece2;--ink-2:#b1a79a;--line:#37312a;--accent:#f0684c;--on:#171512}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.6 var(--text);font-variant-numeric:tabular-nums}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.09em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:4px}
.top,main,footer{max-width:44rem;margin:0 auto;padding-inline:1.25rem}
.top{display:flex;gap:1rem;align-items:center;justify-content:space-between;padding-block:1.5rem;font-weight:600}
.top a{display:inline-flex;gap:.6rem;align-items:center;text-decoration:none}
.ring{flex:none;width:1.1rem;height:1.1rem;border:3px solid var(--accent);border-radius:50%}
article{padding-block:clamp(1.5rem,6vw,3.5rem) 2rem}
.number{margin:0;color:var(--accent);font:700 1.0625rem/1 var(--display)}
h1{margin:.6rem 0 .9rem;font:700 clamp(2rem,7vw,3.1rem)/1.08 var(--display);letter-spacing:-.02em;overflow-wrap:anywhere;text-wrap:balance}
h2{margin:0 0 .9rem;font:700 1.4rem/1.25 var(--display);letter-spacing:-.01em}
.meta,.small{margin:0;color:var(--ink-2);font-size:.9375rem}
.intro{margin-block:2rem;font-size:1.2rem;line-height:1.55}
.intro p,.entries p{margin:0 0 .6em}
.intro p:last-child,.entries p:last-child{margin-bottom:0}
.figures{display:flex;flex-wrap:wrap;gap:0;margin:2.25rem 0 0;padding:0;border-block:1px solid var(--line)}
.figures div{flex:1 1 8rem;display:flex;flex-direction:column-reverse;padding:1.1rem 1rem 1.1rem 0}
.figures dd{margin:0;font:700 2.4rem/1.1 var(--display);letter-spacing:-.02em}
.figures dt{color:var(--ink-2);font-size:.9375rem}
.sentence{margin:.9rem 0 0;color:var(--ink-2)}
section{margin-top:2.75rem}
.entries{display:grid;gap:0;margin:0;padding:0;list-style:none}
.entries>li{padding:.8rem 0 .8rem 1.9rem;border-top:1px solid var(--line);position:relative;overflow-wrap:anywhere}
.entries>li::before{content:"";position:absolute;left:.15rem;top:1.32rem;width:.62rem;height:.62rem;border:2px solid var(--accent);border-radius:50%}
.entries ul,.entries ol,.intro ul,.intro ol{margin:.3em 0 .6em;padding-inline-start:1.3em}
[dir=auto],li,code{unicode-bidi:plaintext}
li{text-align:match-parent}
code{padding:.1em .35em;border-radius:5px;background:var(--line);font-size:.92em}
.corrected{margin:1.5rem 0 0;padding:.8rem 1rem;border-left:3px solid var(--accent);background:var(--surface);border-radius:0 10px 10px 0}
.box{margin-top:1.25rem;padding:1.5rem;border:1px solid var(--line);border-radius:12px;background:var(--surface)}
.box h2{font-size:1.2rem}
form{display:grid;gap:.9rem}
label{display:grid;gap:.3rem;font-weight:600;font-size:.9375rem}
input,textarea{width:100%;padding:.65rem .8rem;border:1px solid var(--ink-2);border-radius:10px;background:var(--paper);color:inherit;font:400 1rem/1.5 var(--text)}
textarea{min-height:6.5rem;resize:vertical}
button,.button{justify-self:start;display:inline-block;padding:.7rem 1.3rem;border:0;border-radius:10px;background:var(--accent);color:var(--on);font:600 1rem/1.3 var(--text);text-decoration:none;cursor:pointer}
.quiet{background:none;color:inherit;border:1px solid var(--ink-2)}
.trap{position:absolute;left:-200vw;width:1px;height:1px;overflow:hidden}
.list{display:grid;margin:0;padding:0;list-style:none}
.list li{border-top:1px solid var(--line)}
.list a{display:grid;grid-template-columns:4.2rem 1fr;gap:.2rem .5rem;padding:1.1rem 0;text-decoration:none}
.list strong{font:700 1.25rem/1.3 var(--display);overflow-wrap:anywhere}
.list .small{grid-column:2}
footer{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding-block:2.5rem 3rem;color:var(--ink-2);font-size:.9375rem}
footer span{margin-left:auto}
@media(max-width:480px){.list a{grid-template-columns:1fr}.list .small{grid-column:1}.box{padding:1.1rem}.figures div{flex-basis:45%}}
@media print{:root{--paper:#fff;--surface:#fff;--ink:#000;--ink-2:#444;--line:#bbb;--accent:#000}body{font-size:11pt}.box,footer,.top{display:none}article{padding:0}.entries>li,section h2{break-inside:avoid}section h2{break-after:avoid}}
`;

/** For the content security policy of these pages. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
