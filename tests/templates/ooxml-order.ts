// The order in which WordprocessingML's property elements stand (ISO/IEC 29500-1, wml.xsd): Word calls a file damaged that has another.
import type { Element } from './xml-reader.ts';

const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(
      ' ',
    ),
  'w:tblBorders': 'top left bottom right insideH insideV'.split(' '),
  'w:tblCellMar': 'top left bottom right'.split(' '),
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
  'w:pBdr': 'top left bottom right between bar'.split(' '),
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'.split(
      ' ',
    ),
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr'.split(
      ' ',
    ),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
  'w:tr': 'tblPrEx trPr tc'.split(' '),
  'w:tc': 'tcPr p'.split(' '),
  'w:p': 'pPr r'.split(' '),
  'w:settings': 'zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator'.split(' '),
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting dataValidations printOptions pageMargins pageSetup headerFooter'.split(
      ' ',
    ),
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles'.split(' '),
};

/** What stands out of order, or where the schema knows nothing of it; empty where all is as it should be. */
export function misplaced(element: Element): string[] {
  const order = ORDER[element.name];
  const places = element.children.map(({ name }) => order?.indexOf(name.replace(/^w:/, '')) ?? 0);
  const wrong = places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0));
  return [
    ...(wrong ? [`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`] : []),
    ...element.children.flatMap(misplaced),
  ];
}
