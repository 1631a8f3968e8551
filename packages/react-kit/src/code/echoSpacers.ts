import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';

/** Room under a line of the old file, as high as the note beside it. */
export interface EchoSpacer {
  readonly line: number;
  readonly heightPx: number;
}

const setSpacers = StateEffect.define<readonly EchoSpacer[]>();

class SpacerWidget extends WidgetType {
  constructor(readonly heightPx: number) {
    super();
  }

  eq(other: SpacerWidget) {
    return other.heightPx === this.heightPx;
  }

  toDOM() {
    const element = document.createElement('div');
    element.style.height = `${this.heightPx}px`;
    return element;
  }

  get estimatedHeight() {
    return this.heightPx;
  }
}

const spacers = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setSpacers)) {
        const { doc } = transaction.state;
        return Decoration.set(
          effect.value.map(({ line, heightPx }) =>
            Decoration.widget({
              widget: new SpacerWidget(heightPx),
              block: true,
              side: 1,
            }).range(doc.line(line).to),
          ),
          true,
        );
      }
    }
    return decorations;
  },
  provide: field => EditorView.decorations.from(field),
});

/** Lets the old file of a side by side view keep room for notes on the new one. */
export function echoSpacers(): Extension {
  return spacers;
}

/** Keeps exactly this room; does nothing where it is kept already. */
export function keepRoom(view: EditorView, wanted: readonly EchoSpacer[]) {
  const kept: EchoSpacer[] = [];
  view.state.field(spacers).between(0, view.state.doc.length, (from, _, it) => {
    kept.push({
      line: view.state.doc.lineAt(from).number,
      heightPx: it.spec.widget.heightPx,
    });
  });
  if (JSON.stringify(kept) !== JSON.stringify(wanted)) {
    view.dispatch({ effects: setSpacers.of(wanted) });
  }
}
