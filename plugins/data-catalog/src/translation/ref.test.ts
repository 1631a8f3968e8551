import { expectCompleteTranslations } from '@suido/react-kit';
import { dataCatalogTranslationRef } from './ref';

it('has every text in Japanese, with the same placeholders', async () => {
  await expect(
    expectCompleteTranslations(dataCatalogTranslationRef),
  ).resolves.toBeUndefined();
});
