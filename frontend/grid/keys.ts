import type { Pen } from './pen';

export type Commands = Record<
  'undo' | 'redo' | 'fill' | 'add' | 'remove' | 'clear' | 'up' | 'down' | 'problem' | 'all' | 'detail',
  () => void
>;

/** What a key does; false lets the browser have it. While an input method composes no key is ours. */
export function key(e: KeyboardEvent, pen: Pen, commands: Commands): boolean {
  if (e.isComposing || pen.composing || e.keyCode === 229) return false;
  const choice = pen.field === pen.choice;
  const ctrl = e.ctrlKey || e.metaKey;
  const run = (command: () => void) => {
    pen.close();
    command();
    return true;
  };
  if (ctrl && !e.altKey) {
    if (e.key === 'Enter') return run(commands.add);
    if (e.key === '-' || e.code === 'NumpadSubtract') return run(commands.remove);
    switch (e.key.toLowerCase()) {
      case 'z':
        return run(e.shiftKey ? commands.redo : commands.undo);
      case 'y':
        return run(commands.redo);
      case 'd':
        return run(commands.fill);
      case 'a':
        return pen.open ? false : run(commands.all);
      default:
        return false;
    }
  }
  if (e.altKey && e.shiftKey && e.key === 'ArrowUp') return run(commands.up);
  if (e.altKey && e.shiftKey && e.key === 'ArrowDown') return run(commands.down);
  if (e.altKey && e.key === 'ArrowDown') return run(commands.problem);
  if (e.altKey && e.key === 'Enter') {
    if (!pen.open) return run(commands.detail);
    pen.area.setRangeText('\n', pen.area.selectionStart, pen.area.selectionEnd, 'end');
    pen.area.dispatchEvent(new Event('input'));
    return true;
  }
  if (e.altKey) return false;
  switch (e.key) {
    case 'Enter':
      pen.close();
      pen.step(e.shiftKey ? -1 : 1, 0);
      return true;
    case 'Tab':
      pen.close();
      return pen.along(e.shiftKey ? -1 : 1);
    case 'Escape':
      return pen.back();
    case 'F2':
      pen.edit();
      return true;
    case 'Insert':
      return run(commands.add);
  }
  if (pen.open) return false;
  switch (e.key) {
    case ' ':
      if (choice) pen.edit();
      return choice;
    case 'Delete':
      commands.clear();
      return true;
    case 'ArrowUp':
      pen.step(-1, 0, e.shiftKey);
      return true;
    case 'ArrowDown':
      pen.step(1, 0, e.shiftKey);
      return true;
    case 'ArrowLeft':
      pen.step(0, -1, e.shiftKey);
      return true;
    case 'ArrowRight':
      pen.step(0, 1, e.shiftKey);
      return true;
    default:
      return false;
  }
}
