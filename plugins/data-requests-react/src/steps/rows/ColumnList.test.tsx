import { screen } from '@testing-library/react';
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
  button('up').focus();
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
