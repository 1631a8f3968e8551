import { expectCompleteTranslations } from '@suido/react-kit';
import { dataRequestsReactTranslationRef } from './translationRef';

it('has every text in Japanese', async () => {
  await expect(
    expectCompleteTranslations(dataRequestsReactTranslationRef),
  ).resolves.toBeUndefined();
});
