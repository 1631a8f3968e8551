import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { useKeptFocus } from './useKeptFocus';

/** Rows that remove themselves, in a box that goes with the last one. */
function Rows({ rows }: { readonly rows: readonly string[] }) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const [left, setLeft] = useState(rows);
  return (
    <>
      <div ref={root}>
        <button>before</button>
        {left.length > 0 && (
          <ul>
            {left.map(row => (
              <li key={row}>
                <button
                  onClick={() => setLeft(left.filter(other => other !== row))}
                >
                  {row}
                </button>
              </li>
            ))}
          </ul>
        )}
        <button disabled>switched off</button>
        <a href="#after">after</a>
      </div>
      <button onClick={() => setLeft([])}>elsewhere</button>
    </>
  );
}

function press(name: string) {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

describe('useKeptFocus', () => {
  it.each([
    ['the row that follows', ['a'], 'b'],
    ['the one before the last', ['c'], 'b'],
    ['what follows all of them', ['a', 'b', 'c'], 'after'],
  ])('goes on with %s', async (_, pressed, expected) => {
    render(<Rows rows={['a', 'b', 'c']} />);
    for (const name of pressed) {
      press(name);
      await waitFor(() => expect(document.body).not.toHaveFocus());
    }
    expect(screen.getByText(expected)).toHaveFocus();
  });

  it('takes no focus that is elsewhere, or that was given up', async () => {
    const { unmount } = render(<Rows rows={['a']} />);
    screen.getByRole('button', { name: 'a' }).focus();
    press('elsewhere');
    expect(screen.queryByText('a')).toBeNull();
    expect(screen.getByText('elsewhere')).toHaveFocus();
    unmount();

    render(<Rows rows={['a', 'b']} />);
    const first = screen.getByRole('button', { name: 'a' });
    first.focus();
    first.blur();
    await Promise.resolve();
    fireEvent.click(first);
    expect(screen.queryByText('a')).toBeNull();
    await Promise.resolve();
    expect(document.body).toHaveFocus();
  });
});
