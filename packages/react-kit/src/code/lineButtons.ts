import {
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import {
  BlockType,
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type BlockInfo,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { LineNotes, LineRange } from './LineNotes';

/** Where the reader is choosing lines. */
interface Choice {
  /** Line that the choice began at. */
  readonly anchor: number;
  /** Line that has the focus, or had it last. */
  readonly head: number;
  /** What was told last, as long as the choice begins at the same line. */
  readonly told?: LineRange;
}

interface LineButtonOptions {
  readonly onChoose: NonNullable<LineNotes['onChoose']>;
  /** Accessible name of the button of a line. */
  readonly nameOf: (line: number, text: string) => string;
}

const LINE_ATTRIBUTE = 'data-line';
const CHOSEN_LINE = Decoration.line({ class: 'cm-chosenLine' });

const setChoice = StateEffect.define<Choice | undefined>();

const choice = StateField.define<Choice | undefined>({
  create: () => undefined,
  update: (value, transaction) =>
    transaction.effects.reduce(
      (latest, effect) => (effect.is(setChoice) ? effect.value : latest),
      value,
    ),
  provide: field =>
    EditorView.decorations.compute([field], state => chosenLines(state)),
});

/**
 * A button at each line that chooses it.
 *
 * @remarks
 * One of them is in the Tab order; arrow keys go from line to line, with Shift
 * they stretch the choice, Enter, Space and `c` tell it, Escape drops it. With
 * the mouse a second click with Shift stretches what the first one chose.
 */
export function lineButtons(options: LineButtonOptions): Extension {
  return [choice, buttonsOf(options)];
}

/** Puts the focus on the button of a line, where it is drawn. */
export function focusLine(view: EditorView, line: number): void {
  buttonOf(view, line)?.focus();
}

function chosenLines(state: EditorState): DecorationSet {
  const chosen = state.field(choice);
  if (!chosen || chosen.told || chosen.anchor === chosen.head) {
    return Decoration.none;
  }
  const { line, endLine } = rangeOf(chosen);
  const builder = new RangeSetBuilder<Decoration>();
  for (let number = line; number <= endLine; number++) {
    const { from } = state.doc.line(number);
    builder.add(from, from, CHOSEN_LINE);
  }
  return builder.finish();
}

class LineButton extends WidgetType {
  constructor(
    readonly line: number,
    readonly text: string,
    readonly options: LineButtonOptions,
  ) {
    super();
  }

  eq(other: LineButton) {
    return other.line === this.line && other.text === this.text;
  }

  toDOM(view: EditorView) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-lineButton';
    button.tabIndex = -1;
    button.setAttribute(LINE_ATTRIBUTE, String(this.line));
    button.setAttribute(
      'aria-label',
      this.options.nameOf(this.line, this.text),
    );
    button.addEventListener('click', event => this.#press(view, event));
    button.addEventListener('keydown', event => this.#move(view, event));
    button.addEventListener('focus', () => keepOneTabStop(view));
    return button;
  }

  ignoreEvent() {
    return true;
  }

  #press(view: EditorView, event: MouseEvent) {
    const before = view.state.field(choice);
    // A press of Enter or Space is a click that no button of a mouse made.
    const stretches =
      before !== undefined &&
      (event.shiftKey || (event.detail === 0 && before.head === this.line));
    const anchor = stretches ? before.anchor : this.line;
    const range = rangeOf({ anchor, head: this.line });
    const extended = stretches ? before.told : undefined;
    view.dispatch({
      effects: setChoice.of({ anchor, head: this.line, told: range }),
    });
    this.options.onChoose(range, extended);
  }

  #move(view: EditorView, event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (event.key === 'c') {
      claim(event);
      buttonOf(view, this.line)?.click();
    } else if (event.key === 'Escape' && view.state.field(choice)) {
      claim(event);
      view.dispatch({ effects: setChoice.of(undefined) });
    } else {
      const target = neighbour(view, this.line, event.key);
      if (target !== undefined) {
        claim(event);
        const anchor = event.shiftKey
          ? anchorOf(view.state.field(choice), this.line)
          : target;
        view.dispatch({ effects: setChoice.of({ anchor, head: target }) });
        focusLine(view, target);
      }
    }
  }
}

/** Where a stretch begins that the line with the focus goes on with. */
function anchorOf(chosen: Choice | undefined, line: number): number {
  return chosen && !chosen.told && chosen.head === line ? chosen.anchor : line;
}

function claim(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}

function rangeOf({ anchor, head }: Choice): LineRange {
  return { line: Math.min(anchor, head), endLine: Math.max(anchor, head) };
}

function neighbour(
  view: EditorView,
  line: number,
  key: string,
): number | undefined {
  const lines = buttons(view).map(lineOf);
  const at = lines.indexOf(line);
  switch (key) {
    case 'ArrowDown':
      return lines[at + 1] ?? line;
    case 'ArrowUp':
      return lines[at - 1] ?? line;
    case 'Home':
      return lines[0];
    case 'End':
      return lines.at(-1);
    default:
      return undefined;
  }
}

function buttonsOf(options: LineButtonOptions) {
  return ViewPlugin.define(
    view => ({
      decorations: drawButtons(view, options),
      update(update: ViewUpdate) {
        this.decorations = drawButtons(update.view, options);
        update.view.requestMeasure({
          key: LINE_ATTRIBUTE,
          read: () => undefined,
          write: () => keepOneTabStop(update.view),
        });
      },
    }),
    { decorations: plugin => plugin.decorations },
  );
}

/** The lines that are drawn get a button; those folded away have none. */
function drawButtons(
  view: EditorView,
  options: LineButtonOptions,
): DecorationSet {
  const { doc } = view.state;
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from } of view.viewportLineBlocks.flatMap(textBlocks)) {
    const line = doc.lineAt(from);
    // A last line without text is only the end of the line before it.
    if (line.length > 0 || line.number < doc.lines || doc.lines === 1) {
      builder.add(
        line.from,
        line.from,
        Decoration.widget({
          widget: new LineButton(line.number, line.text, options),
          side: -1,
        }),
      );
    }
  }
  return builder.finish();
}

/** A line's block may be made of its text and of widgets around it. */
function textBlocks(block: BlockInfo): readonly BlockInfo[] {
  const parts = Array.isArray(block.type) ? block.type : [block];
  return parts.filter(({ type }) => type === BlockType.Text);
}

/** Leaves one button in the Tab order: of the line visited last, else the first. */
function keepOneTabStop(view: EditorView) {
  const drawn = buttons(view);
  const focused = drawn.find(button => button === document.activeElement);
  const head = view.state.field(choice)?.head;
  const stop =
    focused ?? drawn.find(button => lineOf(button) === head) ?? drawn[0];
  for (const button of drawn) {
    button.tabIndex = button === stop ? 0 : -1;
  }
}

function buttons(view: EditorView): HTMLElement[] {
  return [
    ...view.contentDOM.querySelectorAll<HTMLElement>(`[${LINE_ATTRIBUTE}]`),
  ];
}

function buttonOf(view: EditorView, line: number): HTMLElement | undefined {
  return buttons(view).find(button => lineOf(button) === line);
}

function lineOf(button: HTMLElement): number {
  return Number(button.getAttribute(LINE_ATTRIBUTE));
}
