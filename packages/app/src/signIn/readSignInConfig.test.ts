import { mockApis } from '@backstage/frontend-test-utils';
import { readSignInConfig } from './readSignInConfig';

it('names a provider that does not exist', () => {
  const config = mockApis.config({
    data: { suido: { signIn: { providers: ['gihtub'] } } },
  });
  expect(() => readSignInConfig(config)).toThrow(/'gihtub'/);
});

it('reads nothing as nothing', () => {
  expect(readSignInConfig(mockApis.config({ data: {} }))).toEqual({
    providers: [],
    personas: [],
  });
});
