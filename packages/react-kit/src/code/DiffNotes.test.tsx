import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useEffect, useRef, useState } from 'react';
import { DiffView } from './DiffView';
import type { LineNote, LineRange } from './LineNotes';

const SQL = 'select\n  shop,\n  amount\nfrom sales\n';

/** A field that takes the focus when it appears, as a comment being written. */
function Field({ label }: { readonly label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <textarea ref={field} aria-label={label} />;
}

interface PageProps {
  readonly onChoose?: (range: LineRange, extended?: LineRange) => void;
  readonly before?: string;
  readonly after?: string;
  readonly mode?: 'split' | 'unified';
}

/** Lines that were chosen get a field under them; it can be closed again. */
function Page({ onChoose, before, after = SQL, mode = 'unified' }: PageProps) {
  const [ranges, setRanges] = useState<readonly LineRange[]>([]);
  const [nth, setNth] = useState(0);
  const items: LineNote[] = ranges.map(range => {
    const key = `${range.line}-${range.endLine}`;
    return {
      ...range,
      key,
      content: (
        <>
          <Field label={`Note on ${key}`} />
          <button
            onClick={() => setRanges(all => all.filter(it => it !== range))}
          >
            Close {key}
          </button>
        </>
      ),
    };
  });
  return (
    <>
      <button onClick={() => setNth(count => count + 1)}>Reveal</button>
      <DiffView
        path="a.sql"
        before={before}
        after={after}
        mode={mode}
        notes={{
          items,
          reveal: nth > 0 && items[0] ? { key: items[0].key, nth } : undefined,
          onChoose: onChoose
            ? (range, extended) => {
                onChoose(range, extended);
                setRanges(all => [...all, range]);
              }
            : undefined,
        }}
      />
    </>
  );
}

const lineButton = (line: number) =>
  screen.findByRole('button', {
    name: new RegExp(`^Comment on line ${line}:`),
  });

describe('notes on lines', () => {
  it('are begun at a line, keep what is typed, and give the focus back', async () => {
    const onChoose = jest.fn();
    renderInTestApp(<Page onChoose={onChoose} />);
    fireEvent.click(await lineButton(2), { detail: 1 });
    expect(onChoose).toHaveBeenLastCalledWith(
      { line: 2, endLine: 2 },
      undefined,
    );
    const field = await screen.findByLabelText('Note on 2-2');
    await waitFor(() => expect(field).toHaveFocus());
    expect(
      (await lineButton(2)).closest('.cm-line')?.nextElementSibling,
    ).toContainElement(field);

    fireEvent.change(field, { target: { value: 'Which shop?' } });
    fireEvent.click(await lineButton(3), { detail: 1 });
    expect(await screen.findByLabelText('Note on 3-3')).toBeVisible();
    expect(screen.getByLabelText('Note on 2-2')).toHaveValue('Which shop?');

    screen.getByLabelText('Note on 3-3').focus();
    fireEvent.click(screen.getByRole('button', { name: 'Close 3-3' }));
    await waitFor(async () => expect(await lineButton(3)).toHaveFocus());
  });

  it('stretch over lines with Shift, by mouse and by keyboard', async () => {
    const onChoose = jest.fn();
    renderInTestApp(<Page onChoose={onChoose} />);
    fireEvent.click(await lineButton(4), { detail: 1 });
    fireEvent.click(await lineButton(2), { detail: 1, shiftKey: true });
    expect(onChoose).toHaveBeenLastCalledWith(
      { line: 2, endLine: 4 },
      { line: 4, endLine: 4 },
    );

    const first = await lineButton(1);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    const second = await lineButton(2);
    expect(second).toHaveFocus();
    expect(second).toHaveAttribute('tabindex', '0');
    fireEvent.keyDown(second, { key: 'ArrowDown', shiftKey: true });
    const third = await lineButton(3);
    expect(third).toHaveFocus();
    fireEvent.keyDown(third, { key: 'c' });
    expect(onChoose).toHaveBeenLastCalledWith(
      { line: 2, endLine: 3 },
      undefined,
    );
  });

  it('leave one line in the Tab order and the empty end of the file out', async () => {
    renderInTestApp(<Page onChoose={() => {}} />);
    await lineButton(1);
    const lines = screen.getAllByRole('button', { name: /^Comment on line/ });
    expect(lines).toHaveLength(4);
    await waitFor(() =>
      expect(lines.filter(line => line.tabIndex === 0)).toHaveLength(1),
    );
    fireEvent.keyDown(lines[0], { key: 'End' });
    expect(lines[3]).toHaveFocus();
    fireEvent.keyDown(lines[3], { key: 'ArrowDown' });
    expect(lines[3]).toHaveFocus();
  });

  it('come into view with the focus when asked for', async () => {
    renderInTestApp(<Page onChoose={() => {}} />);
    fireEvent.click(await lineButton(2), { detail: 1 });
    const field = await screen.findByLabelText('Note on 2-2');
    field.blur();
    fireEvent.click(screen.getByRole('button', { name: 'Reveal' }));
    await waitFor(() => expect(field).toHaveFocus());
  });

  it('stand on the new file in a side by side view', async () => {
    renderInTestApp(
      <Page onChoose={() => {}} before="select 1" mode="split" />,
    );
    fireEvent.click(await lineButton(1), { detail: 1 });
    const after = screen.getByRole('group', { name: 'After: a.sql' });
    expect(
      await within(after).findByLabelText('Note on 1-1'),
    ).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('textbox', { name: 'Before: a.sql' }),
      ).queryByRole('button'),
    ).not.toBeInTheDocument();
  });

  it('cannot be begun where nobody may', async () => {
    renderInTestApp(<Page />);
    expect(
      await screen.findByRole('group', { name: 'Changes of a.sql' }),
    ).toHaveTextContent('from sales');
    expect(
      screen.queryByRole('button', { name: /^Comment on line/ }),
    ).not.toBeInTheDocument();
  });

  it('are never folded away with the lines that they stand on', async () => {
    const long = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
    const changed = [...long.slice(0, -1), 'changed'];
    const onChoose = jest.fn();
    renderInTestApp(
      <Page
        onChoose={onChoose}
        before={long.join('\n')}
        after={changed.join('\n')}
      />,
    );
    fireEvent.click(await screen.findByText('36 unchanged lines'));
    fireEvent.click(await lineButton(1), { detail: 1 });
    const field = await screen.findByLabelText('Note on 1-1');
    await waitFor(() => expect(field).toHaveFocus());
    expect(screen.queryByText('36 unchanged lines')).not.toBeInTheDocument();
  });
});

it('shows characters that would let code look other than it is', async () => {
  renderInTestApp(
    <DiffView path="a.sql" after={'select \u202e1'} mode="unified" />,
  );
  expect(await screen.findByTitle(/Invisible character/)).toBeInTheDocument();
});
