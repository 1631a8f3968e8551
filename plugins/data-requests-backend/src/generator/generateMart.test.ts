import {
  dailySales,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { generateMart } from './generateMart';

describe('generateMart', () => {
  it('writes a model, its properties and its tests as people would', async () => {
    const changeSet = generateMart(dailySales(), await retailView());
    const text = changeSet.files
      .map(file =>
        file.action === 'create' ? `== ${file.path}\n${file.content}` : '',
      )
      .join('\n');
    expect(text).toMatchSnapshot();
    expect(changeSet.files.map(file => file.path)).toEqual([
      'transform/models/marts/sales/fct_daily_store_sales.sql',
      'transform/models/marts/sales/fct_daily_store_sales.yml',
      'transform/tests/fct_daily_store_sales_grain.sql',
      'transform/tests/fct_daily_store_sales_net_sales_not_negative.sql',
    ]);
  });
});
