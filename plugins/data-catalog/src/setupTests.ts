import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Generous: a test ends when its condition holds, on slow machines too.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// jsdom lays nothing out; a virtual list asks how high its window and rows are.
const WINDOW_PX = 600;
const ROW_PX = 44;
const heights = {
  clientHeight: () => WINDOW_PX,
  offsetHeight: () => ROW_PX,
  scrollHeight: (element: HTMLElement) =>
    [...element.children].reduce(
      (sum, child) =>
        sum +
        (child instanceof HTMLElement && parseFloat(child.style.height)
          ? parseFloat(child.style.height)
          : ROW_PX),
      0,
    ),
};
for (const [name, read] of Object.entries(heights)) {
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return read(this);
    },
  });
}
// What scrolls to a row says so by an event, afterwards, as browsers do.
HTMLElement.prototype.scrollTo = function scrollTo(
  this: HTMLElement,
  options?: ScrollToOptions | number,
) {
  const top = typeof options === 'object' ? options.top : undefined;
  if (top !== undefined && top !== this.scrollTop) {
    this.scrollTop = top;
    queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
  }
};

// CodeMirror asks where text is when it scrolls to it.
Object.assign(Range.prototype, { getClientRects: () => [] });
