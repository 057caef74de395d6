/** Moving through a table of native fields: Enter and the arrows stay in the column, Esc takes back what was typed. */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function step(table: HTMLElement, from: Field, by: number): void {
  const column = from.dataset.col;
  const fields = Array.from(table.querySelectorAll<Field>(`[data-col="${column}"]`)).filter(
    (f) => !f.disabled && f.offsetParent !== null,
  );
  const next = fields[fields.indexOf(from) + by];
  if (!next) return;
  next.focus();
  if (!(next instanceof HTMLSelectElement)) next.select();
}

function keys(table: HTMLElement): void {
  if (table.dataset.keys) return;
  table.dataset.keys = 'on';
  table.addEventListener('focusin', (e) => {
    const field = e.target as Field;
    if (field.dataset?.col) field.dataset.before = field.value;
  });
  table.addEventListener('keydown', (e) => {
    const field = e.target as Field;
    if (!field.dataset?.col || e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
    const line = field instanceof HTMLInputElement;
    if (e.key === 'Enter' && !e.shiftKey) {
      e.preventDefault();
      step(table, field, 1);
    } else if (line && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault();
      step(table, field, e.key === 'ArrowDown' ? 1 : -1);
    } else if (e.key === 'Escape' && field.value !== field.dataset.before) {
      e.stopPropagation();
      field.value = field.dataset.before ?? '';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (e.key === 'F2' && !(field instanceof HTMLSelectElement)) {
      field.setSelectionRange(field.value.length, field.value.length);
    }
  });
}

(window as unknown as { jxCells: (table: HTMLElement) => void }).jxCells = keys;

export {};
