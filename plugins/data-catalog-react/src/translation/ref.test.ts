import { expectCompleteTranslations } from '@suido/react-kit';
import { dataCatalogReactTranslationRef } from './ref';

it('has every text in Japanese, with the same placeholders', async () => {
  await expect(
    expectCompleteTranslations(dataCatalogReactTranslationRef),
  ).resolves.toBeUndefined();
});
