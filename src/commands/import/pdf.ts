/**
 * PDF files to printed pages: words with their place, size and weight.
 */
import type { Sheet, Span } from '../../importing/layout.js';
import { Unreadable } from './unreadable.js';

/** Pages that are read; no framework is a tenth of it. */
const MOST_PAGES = 400;
/** Letters a page has at least, on the average, where it is text and no picture. */
const LETTERS = 15;

/** Words as the reader gives them; marks of structure have no `str`. */
type PdfItem = {
  readonly str?: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
};

/** The pages of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Sheet[]> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    throw new Unreadable(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken');
  });
  if (document.numPages > MOST_PAGES) throw new Unreadable('too-large');
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    // Fonts say what they are called only once the page's drawing was read.
    await page.getOperatorList().catch(() => undefined);
    const { items } = await page.getTextContent();
    const weights = new Map<string, boolean>();
    const isBold = (font: string) => {
      if (!weights.has(font)) weights.set(font, boldFont(page, font));
      return weights.get(font) ?? false;
    };
    const spans = (items as readonly PdfItem[]).flatMap((item): Span[] => {
      if (!item.str) return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
      const size = Math.hypot(a, b) || item.height;
      return [{ text: item.str, x, y: height - y, width: item.width, size, bold: isBold(item.fontName) }];
    });
    sheets.push({ height, spans });
  }
  const letters = sheets.reduce((sum, { spans }) => sum + spans.reduce((all, { text }) => all + text.trim().length, 0), 0);
  if (letters < LETTERS * sheets.length) throw new Unreadable('scanned');
  return sheets;
}

function boldFont(page: { readonly commonObjs: { has(id: string): boolean; get(id: string): unknown } }, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const known = page.commonObjs.get(font);
  const { name = '', bold, black } = (known ?? {}) as { name?: string; bold?: boolean; black?: boolean };
  return bold === true || black === true || /bold|black|heavy|semib|demi/iu.test(name);
}
