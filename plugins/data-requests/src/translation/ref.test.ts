import { expectCompleteTranslations } from '@suido/react-kit';
import { dataRequestsTranslationRef } from './ref';

it('has every text in Japanese, with the same placeholders', async () => {
  await expect(
    expectCompleteTranslations(dataRequestsTranslationRef),
  ).resolves.toBeUndefined();
});
