import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { CodeView } from './CodeView';
import { DiffView } from './DiffView';

describe('code views', () => {
  it('show code in an editor that is named, reachable and read only', async () => {
    renderInTestApp(<CodeView code="select 1" language="sql" label="Query" />);
    const editor = await screen.findByRole('textbox', { name: 'Query' });
    expect(editor).toHaveTextContent('select 1');
    expect(editor).toHaveAttribute('aria-readonly', 'true');
    expect(editor).toHaveAttribute('contenteditable', 'true');
  });

  it('show both sides of a change', async () => {
    renderInTestApp(
      <DiffView
        path="a.yml"
        before={'name: old\n'}
        after={'name: new\n'}
        mode="split"
      />,
    );
    expect(
      await screen.findByRole('textbox', { name: 'Before: a.yml' }),
    ).toHaveTextContent('name: old');
    expect(
      screen.getByRole('textbox', { name: 'After: a.yml' }),
    ).toHaveTextContent('name: new');
  });

  it('show a change in one column', async () => {
    renderInTestApp(<DiffView path="a.sql" after="select 1" mode="unified" />);
    expect(
      await screen.findByRole('textbox', { name: 'Changes of a.sql' }),
    ).toHaveTextContent('select 1');
  });
});
