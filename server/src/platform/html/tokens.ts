/** The colours, measured on white and on band (≥ 7:1 for all that is text); the names are those of the paint box. */
export const tokensCss =
  ':root{--ink:#14201f;--soft:#43504d;--line:#c8d1ce;--field:#6a7773;--band:#f1f5f3;--qing:#0e4674;--lv:#12513f;--zhe:#713c0b;--mo:#4a4660;--zhu:#a11c14;--song:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",STZhongsong,"Microsoft YaHei",serif}';

/** Type, links, focus and the column: what every page needs. Sizes and spaces are those of the look and no others. */
export const baseCss =
  '*{box-sizing:border-box;margin:0;padding:0}html{font:106.25%/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:#fff;text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;overflow-wrap:anywhere;text-wrap:pretty;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}.big{font-size:131.25%}ul,ol{list-style:none}h1{font:700 2.25rem/1.3 var(--song)}h2{font:700 1.5rem/1.4 var(--song)}h3{font-size:1.1875rem;font-weight:600;line-height:1.4}p{max-width:44rem}a{color:var(--qing);text-underline-offset:.22em;text-decoration-thickness:1px}a:hover{text-decoration-thickness:2px}:focus-visible{outline:3px solid var(--qing);outline-offset:2px}.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:9}.w{max-width:77rem;margin:0 auto;padding:0 1.5rem}.meta{font-weight:400;font-size:.875rem;color:var(--soft);line-height:1.7}.meta a{display:inline-block}.ms{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.5rem}';

/** Masthead, graduated rule, footer. */
export const frameCss =
  ".top{border-bottom:1px solid var(--line);font-size:.875rem}.top .w,.mast .w{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:center}.top a,nav a{color:inherit;text-decoration:none;display:inline-block;padding:.35rem 0}.top a:hover,nav a:hover{text-decoration:underline}.top a{margin-left:auto}.mast{padding:1rem 0}.brand{margin-right:auto;display:flex;align-items:center;gap:.65rem;font:700 1.375rem/1.2 var(--song);color:inherit;text-decoration:none}nav ul{display:flex;flex-wrap:wrap;gap:0 1.5rem}.mast [aria-current]{box-shadow:inset 0 -3px var(--ink);font-weight:600}.rule{height:11px;border-top:1px solid var(--ink);background:linear-gradient(90deg,var(--ink) 1px,#0000 0) 0 0/60px 9px repeat-x,linear-gradient(90deg,var(--field) 1px,#0000 0) 0 0/12px 5px repeat-x}main{padding:2.5rem 0 4rem}footer{border-top:1px solid var(--ink);padding:1.5rem 0 2.5rem;font-size:.875rem}footer .w{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem}";

/**
 * Narrow screens, large type and paper, after everything else. A weak phone lays out no chapter after the first, no record,
 * claim or row (stacked ones: a row of a true table takes no containment) before it comes near; focus rings and beam ends reach beyond their boxes.
 */
export const lastCss =
  "@media screen and (max-width:40rem){.sec~.sec,.rec,.none,tbody tr{content-visibility:auto;contain-intrinsic-size:auto 8rem;overflow-clip-margin:1rem}html{font-size:100%}.w{padding:0 1rem}h1{font-size:1.75rem}h2{font-size:1.375rem}main{padding-top:1.5rem}}.big .w{max-width:58rem}@media print{@page{size:A4;margin:14mm}:root{--soft:#14201f;--qing:#14201f;--lv:#14201f;--zhe:#14201f;--mo:#14201f;--zhu:#14201f}html,.big{font-size:10pt}.top,nav,form,.no{display:none}.rec,tr,li,.kv>div,.none,.note{break-inside:avoid}h2,h3,.sec>header{break-after:avoid}main{padding:1rem 0}.sec{padding-bottom:.5rem}.w{padding:0;max-width:none}.rule,.note,svg{print-color-adjust:exact}}";
