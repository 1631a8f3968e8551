import type { Locator } from '@playwright/test';

/**
 * What is drawn around an element that has the focus: an outline or a ring
 * around it or around the box that it fills, or the frame of a text field.
 */
export function marksOfFocus(target: Locator): Promise<string[]> {
  return target.evaluate(element => {
    const isDrawn = (color: string) =>
      color !== 'transparent' && !/, 0\)$/.test(color);
    // A tick or a round button is an invisible input inside what is seen.
    const isBare = getComputedStyle(element).opacity === '0';
    const boxes = [
      element,
      isBare ? element.parentElement : undefined,
      element.closest('.cm-focused'),
    ].filter(box => box instanceof HTMLElement);
    const frame = element.parentElement?.querySelector(':scope > fieldset');
    return [
      ...boxes.flatMap(box => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } =
          getComputedStyle(box);
        const hasOutline =
          outlineStyle !== 'none' &&
          parseFloat(outlineWidth) > 0 &&
          isDrawn(outlineColor);
        const ring = /0px 0px 0px [1-9]\d*px/.exec(boxShadow);
        return [
          hasOutline ? `outline ${outlineStyle} ${outlineWidth}` : undefined,
          ring ? `ring ${ring[0]}` : undefined,
        ];
      }),
      frame && parseFloat(getComputedStyle(frame).borderTopWidth) >= 2
        ? 'frame'
        : undefined,
    ].filter(mark => mark !== undefined);
  });
}
