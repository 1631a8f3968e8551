const FOCUSABLE =
  'input:not([disabled]):not([type=hidden]), textarea:not([disabled]):not([aria-hidden=true]), select:not([disabled]), button:not([disabled])';

/**
 * Puts the focus on the field of a check, or on the nearest group around it
 * that is on the page, and scrolls it into view.
 *
 * @param field - path in the spec, such as `columns.2.name`
 * @returns whether anything was found
 * @public
 */
export function focusField(root: ParentNode, field: string): boolean {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-field]')];
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length--) {
    const path = parts.slice(0, length).join('.');
    const element = fields.find(candidate => candidate.dataset.field === path);
    const target = element?.matches(FOCUSABLE)
      ? element
      : element?.querySelector<HTMLElement>(FOCUSABLE) ?? element;
    if (target) {
      if (!target.matches(FOCUSABLE)) {
        // A group with nothing in it yet can still take the focus.
        target.setAttribute('tabindex', '-1');
      }
      target.focus();
      target.scrollIntoView?.({ block: 'center' });
      return true;
    }
  }
  return false;
}
