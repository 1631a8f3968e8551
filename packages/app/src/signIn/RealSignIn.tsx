import { SignInPage } from '@backstage/core-components';
import { githubAuthApiRef, type IdentityApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LanguageSwitch } from '../language/LanguageSwitch';
import { suidoAppTranslationRef } from '../translation/ref';
import { oidcAuthApiRef } from './oidcAuthApi';
import type { SignInProvider } from './readSignInConfig';

type RealProvider = Exclude<SignInProvider, 'demo-personas'>;

interface RealSignInProps {
  readonly providers: readonly RealProvider[];
  readonly onSignInSuccess: (identity: IdentityApi) => void;
}

/** Backstage's own sign-in by GitHub or OpenID Connect. */
export function RealSignIn({ providers, onSignInSuccess }: RealSignInProps) {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const ways = {
    github: {
      id: 'github-auth-provider',
      title: t('signIn.real.github'),
      message: t('signIn.real.githubNote'),
      apiRef: githubAuthApiRef,
    },
    oidc: {
      id: 'oidc-auth-provider',
      title: t('signIn.real.oidc'),
      message: t('signIn.real.oidcNote'),
      apiRef: oidcAuthApiRef,
    },
  };
  return (
    <SignInPage
      title={t('signIn.real.title')}
      titleComponent={<LanguageSwitch />}
      providers={providers.map(provider => ways[provider])}
      onSignInSuccess={onSignInSuccess}
    />
  );
}
