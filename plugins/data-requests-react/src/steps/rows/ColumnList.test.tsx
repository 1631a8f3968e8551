import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDataRequests } from '../../__testUtils__/FakeDataRequests';
import { renderForm } from '../../__testUtils__/renderForm';
import { shopSpec } from '../../__testUtils__/shopSpec';
import { StepHarness } from '../../__testUtils__/StepHarness';
import { RowsAndColumnsStep } from './RowsAndColumnsStep';

it('moves the focus along with a column, up to the end', async () => {
  renderForm(
    <StepHarness step={RowsAndColumnsStep} spec={shopSpec()} />,
    new FakeDataRequests(),
  );
  const button = (way: 'up' | 'down', name = 'status') =>
    screen.getByRole('button', { name: `Move ${name} ${way}` });
  await screen.findByRole('button', { name: 'Move status up' });
  act(() => button('up').focus());
  await userEvent.keyboard('{Enter}');
  expect(screen.getByLabelText('Name of column 2')).toHaveValue('status');
  expect(button('up')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByLabelText('Name of column 1')).toHaveValue('status');
  // There is no further up from here.
  expect(button('down')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByLabelText('Name of column 2')).toHaveValue('status');
  expect(button('down')).toHaveFocus();
});

it('adds no column with the Enter of an input method', async () => {
  renderForm(
    <StepHarness step={RowsAndColumnsStep} spec={shopSpec({ columns: [] })} />,
    new FakeDataRequests(),
  );
  const picker = await screen.findByLabelText('Add a column');
  await userEvent.type(picker, '注文');
  expect(screen.getAllByRole('option').length).toBeGreaterThan(0);
  fireEvent.keyDown(picker, { key: 'Enter', keyCode: 229 });
  expect(picker).toHaveValue('注文');
  expect(screen.queryByLabelText('Name of column 1')).toBeNull();
  fireEvent.keyDown(picker, { key: 'Enter', keyCode: 13 });
  expect(screen.getByLabelText('Name of column 1')).toBeVisible();
});
