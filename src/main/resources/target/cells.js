/* Moving through a table of native fields: Enter and the arrows stay in the column, Esc takes back what was typed. */
const table = this;
if (!table.dataset.keys) {
  table.dataset.keys = 'on';
  const step = (from, by) => {
    const fields = Array.from(table.querySelectorAll(`[data-col="${from.dataset.col}"]`)).filter(
      (f) => !f.disabled && f.offsetParent !== null,
    );
    const next = fields[fields.indexOf(from) + by];
    if (!next) return;
    next.focus();
    if (!(next instanceof HTMLSelectElement)) next.select();
  };
  table.addEventListener('focusin', (e) => {
    if (e.target.dataset?.col) e.target.dataset.before = e.target.value;
  });
  table.addEventListener('keydown', (e) => {
    const field = e.target;
    if (!field.dataset?.col || e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
    const line = field instanceof HTMLInputElement;
    if (e.key === 'Enter' && !e.shiftKey) {
      e.preventDefault();
      step(field, 1);
    } else if (line && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault();
      step(field, e.key === 'ArrowDown' ? 1 : -1);
    } else if (e.key === 'Escape' && field.value !== field.dataset.before) {
      e.stopPropagation();
      field.value = field.dataset.before ?? '';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (e.key === 'F2' && !(field instanceof HTMLSelectElement)) {
      field.setSelectionRange(field.value.length, field.value.length);
    }
  });
}
