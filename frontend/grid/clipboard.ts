/** Blocks of cells as Excel and WPS put them on the clipboard and take them from it. */
export type Block = string[][];

const TSV_SPECIAL = /["\n\r\t]/;

/** Quoted cells may hold tabs and line breaks; the last line break ends the block. */
export function fromText(text: string): Block {
  const rows: Block = [[]];
  let cell = '';
  let quoted = false;
  let fresh = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') (cell += '"'), i++;
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && fresh && closes(text, i)) {
      quoted = true;
      fresh = false;
    } else if (c === '\t' || c === '\n' || c === '\r') {
      rows[rows.length - 1].push(cell);
      cell = '';
      fresh = true;
      if (c === '\r' && text[i + 1] === '\n') i++;
      if (c !== '\t') rows.push([]);
    } else {
      cell += c;
      fresh = false;
    }
  }
  const last = rows[rows.length - 1];
  if (cell || last.length) last.push(cell);
  else rows.pop();
  return rows.map((row) => row.map(clean));
}

/** A cell may begin with a plain quotation mark: it opens only where one closes at the end of a cell. */
function closes(text: string, from: number): boolean {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i++;
    else return i + 1 === text.length || '\t\r\n'.includes(text[i + 1]);
  }
  return false;
}

/** The first table of a page; a merged cell's text stands in its first place and the others are empty. */
export function fromHtml(markup: string): Block | null {
  const table = new DOMParser().parseFromString(markup, 'text/html').querySelector('table');
  if (!table) return null;
  const block: Block = [];
  [...table.rows].forEach((row, y) => {
    block[y] ??= [];
    let x = 0;
    for (const cell of [...row.cells]) {
      while (block[y][x] !== undefined) x++;
      for (let down = 0; down < Math.max(1, cell.rowSpan); down++)
        for (let across = 0; across < Math.max(1, cell.colSpan); across++)
          if (y + down < table.rows.length) (block[y + down] ??= [])[x + across] = down + across ? '' : words(cell);
      x += Math.max(1, cell.colSpan);
    }
  });
  return block.map((row) => Array.from(row, (c) => c ?? ''));
}

/** Excel breaks its source lines anywhere, so only <br> is a line break; what it strikes out by style stays out. */
function words(cell: HTMLElement): string {
  cell.querySelectorAll('style, script').forEach((e) => e.remove());
  cell.querySelectorAll('br').forEach((br) => br.replaceWith('\u0001'));
  return clean((cell.textContent ?? '').replace(/[ \t\r\n]+/g, ' ').replace(/ ?\u0001 ?/g, '\n'));
}

const clean = (text: string) => text.replace(/\u00a0/g, ' ').replace(/\r\n?/g, '\n').trim();

export function read(data: DataTransfer): Block {
  const html = data.getData('text/html');
  return (html && fromHtml(html)) || fromText(data.getData('text/plain'));
}

/** Marked as text, else Excel reads ＝7% as a formula and 02-14 as a day. */
export function write(data: DataTransfer, block: Block) {
  const quoted = (c: string) => (TSV_SPECIAL.test(c) ? `"${c.replace(/"/g, '""')}"` : c);
  data.setData('text/plain', block.map((row) => row.map(quoted).join('\t')).join('\r\n'));
  const safe = (c: string) => c.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br style="mso-data-placement:same-cell">');
  const cells = (row: string[]) => row.map((c) => `<td style="mso-number-format:'\\@'">${safe(c)}</td>`).join('');
  data.setData('text/html', `<table>${block.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`);
}
