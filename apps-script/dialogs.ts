// Dialogs and the sidebar: each is a page of its own in the script project, made by the build from apps-script/ui/.

/** Pixels. A report wants the width of a page; the others are forms. */
const SIZES: { readonly [page: string]: { readonly width: number; readonly height: number } } = {
  preview: { width: 1000, height: 700 },
  approve: { width: 720, height: 640 },
  import: { width: 900, height: 680 },
  check: { width: 720, height: 600 },
};
const USUAL = { width: 560, height: 560 };

/** Shows a page over the sheet; nothing else can be done until it is closed. */
export function openDialog(page: string, title: string): void {
  const { width, height } = SIZES[page] ?? USUAL;
  const output = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(output, title);
}

/** Shows a page beside the sheet. */
export function openPanel(page: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
}

/** Shows a page that was made just now, as wide as paper. */
export function openPage(html: string, title: string): void {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(html).setWidth(900).setHeight(700), title);
}
