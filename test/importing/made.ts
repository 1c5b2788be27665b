/**
 * Documents of our own making in the formats that municipalities send: small, whole files, of no municipality.
 */
import { strToU8, zipSync } from 'fflate';

/** A paragraph of a Word file: its style, whether it is bold, and its words; with `lead` in bold before them. */
export type Paragraph = { readonly style?: string; readonly bold?: boolean; readonly lead?: string; readonly text: string };
/** A table of a Word file: rows of cells. */
export type Table = { readonly rows: readonly (readonly string[])[] };

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string, bold: boolean) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

function paragraph({ style, bold = false, lead, text }: Paragraph): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${lead ? run(lead, true) : ''}${run(text, bold)}</w:p>`;
}

/** A Word file; `foot` stands at the foot of every page. */
export function docx(parts: readonly (Paragraph | Table)[], foot = 'Side 1 – Nordkøbing Kommune'): Uint8Array {
  const body = parts.map((part) =>
    'rows' in part
      ? `<w:tbl>${part.rows
          .map(
            (row) =>
              `<w:tr>${row
                .map(
                  (cell) =>
                    `<w:tc>${cell
                      .split('\n')
                      .map((text) => paragraph({ text }))
                      .join('')}</w:tc>`,
                )
                .join('')}</w:tr>`,
          )
          .join('')}</w:tbl>`
      : paragraph(part),
  );
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const styles = [1, 2, 3]
    .map((n) => `<w:style w:type="paragraph" w:styleId="Overskrift${n}"><w:name w:val="heading ${n}"/></w:style>`)
    .join('');
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${ns}>${styles}</w:styles>`,
    'word/document.xml': `<w:document ${ns}><w:body>${body.join('')}</w:body></w:document>`,
    'word/footer1.xml': `<w:ftr ${ns}>${paragraph({ text: foot })}</w:ftr>`,
  });
}

/** An Excel file with one sheet. */
export function xlsx(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((text, column) => (text ? `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${xml(text)}</t></is></c>` : '')).join('')}</row>`,
  );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zip({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
}

function zip(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Words on a page of a PDF; points from its top left. */
export type Printed = { readonly x: number; readonly y: number; readonly text: string; readonly size?: number; readonly bold?: boolean };

/** A PDF of A4 pages in Helvetica. */
export function pdf(pages: readonly (readonly Printed[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((words, at) => {
    const stream = words
      .map(
        ({ x, y, text, size = 10, bold }) =>
          `BT /${bold ? 'B' : 'F'} ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /B 4 0 R >> >> /Contents ${6 + 2 * at} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  });
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${`${offset}`.padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return Uint8Array.from(text + end, (letter) => letter.charCodeAt(0) & 0xff);
}
