import type { Pen, Place } from './pen';

/** A press puts the pen down, another opens the cell, dragging selects; a finger opens it at once. */
export function pointing(holder: HTMLElement, pen: Pen) {
  const place = (e: Event): Place | null => {
    const cell = (e.target as HTMLElement).closest<HTMLElement>('.tabulator-cell.cell');
    const row = cell?.closest<HTMLElement>('[data-row]');
    return cell && row ? { id: row.dataset.row!, field: cell.dataset.col! } : null;
  };
  const same = (a: Place | null, b: Place | null) => !!a && !!b && a.id === b.id && a.field === b.field;
  let dragging = false;
  let again = false;

  holder.addEventListener('pointerdown', (e) => {
    if (e.button || (e.target as HTMLElement).closest('.jx-pen, button')) return;
    const there = place(e);
    if (!there || e.pointerType === 'touch') return;
    e.preventDefault();
    dragging = true;
    again = same(there, pen.at) && document.activeElement === pen.field;
    if (!again) pen.to(there, true, e.shiftKey ? pen.anchor : there);
  });
  holder.addEventListener('pointerover', (e) => {
    if (!dragging || !(e.buttons & 1)) return;
    const there = place(e);
    if (!there || same(there, pen.at)) return;
    again = false;
    pen.to(there, true, pen.anchor);
  });
  window.addEventListener('pointerup', () => (dragging = false));
  holder.addEventListener('click', (e) => {
    const target = e.target as HTMLElement;
    const there = place(e);
    const touch = (e as PointerEvent).pointerType === 'touch';
    if (!there || target.closest('button')) return;
    if (again && same(there, pen.at) && !pen.open) pen.edit();
    else if (touch && !(pen.open && target === pen.area)) {
      pen.to(there);
      pen.edit();
    }
  });
}
