import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import type { LineRange } from './LineNotes';

/** A note with the element that its content is rendered into. */
export interface HostedNote extends LineRange {
  readonly host: HTMLElement;
}

const ESTIMATED_HEIGHT_PX = 120;
const NOTED_LINE = Decoration.line({ class: 'cm-notedLine' });

const setNotes = StateEffect.define<readonly HostedNote[]>();

/**
 * A note between two lines.
 *
 * @remarks
 * The editor draws only what is near the window, and again on each visit. The
 * host is the same element each time, so that what React keeps in it, such as
 * a text being written, outlives that.
 */
class NoteWidget extends WidgetType {
  constructor(readonly host: HTMLElement) {
    super();
  }

  eq(other: NoteWidget) {
    return other.host === this.host;
  }

  toDOM() {
    return this.host;
  }

  get estimatedHeight() {
    return this.host.offsetHeight || ESTIMATED_HEIGHT_PX;
  }

  ignoreEvent() {
    return true;
  }
}

const notes = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setNotes)) {
        const { doc } = transaction.state;
        return Decoration.set(
          effect.value.flatMap(({ line, endLine, host }) => {
            const last = Math.min(endLine, doc.lines);
            const lines = [];
            for (let number = line; number <= last; number++) {
              lines.push(NOTED_LINE.range(doc.line(number).from));
            }
            return [
              ...lines,
              Decoration.widget({
                widget: new NoteWidget(host),
                block: true,
                side: 1,
              }).range(doc.line(last).to),
            ];
          }),
          true,
        );
      }
    }
    return decorations;
  },
  provide: field => EditorView.decorations.from(field),
});

/** Lets an editor show notes under its lines. */
export function noteWidgets(): Extension {
  return notes;
}

/** Shows these notes and no others. */
export function showNotes(
  view: EditorView,
  items: readonly HostedNote[],
): void {
  view.dispatch({ effects: setNotes.of(items) });
}
