import { read, write, type Block } from './clipboard';
import type { Parts } from './parts';
import { lay } from './paste';
import { many, say } from './types';

/** Blocks of cells out to the clipboard and in from it. */
export class Pasting {
  constructor(private p: Parts) {}

  copy(e: ClipboardEvent) {
    const { rows, columns } = this.p.pen.block();
    const word = (id: string, field: string) => {
      const value = this.p.sheet.value(id, field);
      return columns.find((c) => c.field === field)?.options?.find(([v]) => v === value)?.[1] ?? value;
    };
    write(e.clipboardData!, rows.map((id) => columns.map((c) => word(id, c.field))));
    e.preventDefault();
    this.p.bar.say(say(this.p.setup.words.copied, rows.length, columns.length));
  }

  pasted(e: ClipboardEvent) {
    const block = read(e.clipboardData!);
    if (this.p.pen.open && block.length < 2 && (block[0]?.length ?? 0) < 2) return;
    e.preventDefault();
    this.paste(block);
  }

  async fromButton() {
    try {
      const data = new DataTransfer();
      for (const item of await navigator.clipboard.read())
        for (const type of item.types.filter((t) => t.startsWith('text/'))) data.setData(type, await (await item.getType(type)).text());
      this.paste(read(data));
    } catch {
      this.p.bar.say(this.p.setup.words.pasteByKey);
      this.p.pen.lay(true);
    }
  }

  private paste(block: Block) {
    if (!this.p.pen.at || !block.length || !this.p.setup.editable) return;
    this.p.pen.back();
    const chosen = this.p.pen.block();
    const columns = this.p.pen.columns;
    const seen = this.p.sheet.seenRows();
    const rows = seen.slice(seen.indexOf(chosen.rows[0]));
    // one cell onto a selection fills it
    const one = block.length === 1 && block[0].length === 1 && chosen.rows.length * chosen.columns.length > 1;
    const texts = one ? chosen.rows.map(() => chosen.columns.map(() => block[0][0])) : block;
    const laid = lay(texts, this.p.sheet, rows.slice(0, texts.length), columns.slice(columns.indexOf(chosen.columns[0])), this.p.setup);
    const last = rows.at(-1)!;
    const like = this.p.sheet.group(last)?.like ?? {};
    this.p.deed(() => this.p.edits.do(laid.cells, laid.more ? { after: last, count: laid.more, like } : undefined));
    const told = [many(this.p.setup, 'pasted', laid.cells.length)];
    if (laid.more) told.push(many(this.p.setup, 'pastedNew', laid.more));
    if (laid.refused.length) told.push(say(this.p.setup.words.pastedNot, laid.refused.length), ...laid.refused.slice(0, 5));
    this.p.bar.say(told.join('；'));
  }
}
