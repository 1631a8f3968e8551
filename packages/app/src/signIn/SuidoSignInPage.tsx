import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { EmptyState } from '@suido/react-kit';
import { useMemo } from 'react';
import { Logo } from '../frame/Logo';
import { LanguageSwitch } from '../language/LanguageSwitch';
import { suidoAppTranslationRef } from '../translation/ref';
import { DemoSignIn } from './DemoSignIn';
import { readSignInConfig } from './readSignInConfig';
import { RealSignIn } from './RealSignIn';

/** The way in: the demo company's people, or the company's own sign-in. */
export function SuidoSignInPage({ onSignInSuccess }: SignInPageProps) {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const configApi = useApi(configApiRef);
  const { providers, personas } = useMemo(
    () => readSignInConfig(configApi),
    [configApi],
  );
  const real = providers.filter(provider => provider !== 'demo-personas');
  if (real.length > 0 && real.length === providers.length) {
    return <RealSignIn providers={real} onSignInSuccess={onSignInSuccess} />;
  }
  return (
    <Box
      sx={{
        minHeight: '100vh',
        bgcolor: 'background.default',
        color: 'text.primary',
      }}
    >
      <Box component="header" sx={{ bgcolor: '#0b4f60', color: '#ffffff' }}>
        <Stack
          direction="row"
          spacing={2}
          alignItems="center"
          sx={{ maxWidth: 1040, mx: 'auto', px: 3, py: 3 }}
        >
          <Logo width={48} height={48} />
          <Box>
            <Typography variant="h4" component="h1" sx={{ m: 0 }}>
              {t('signIn.title')}
            </Typography>
            <Typography>{t('signIn.tagline')}</Typography>
          </Box>
        </Stack>
      </Box>
      <Stack
        component="main"
        spacing={4}
        sx={{ maxWidth: 1040, mx: 'auto', px: 3, py: 3 }}
      >
        <Box sx={{ alignSelf: 'flex-end' }}>
          <LanguageSwitch />
        </Box>
        {providers.includes('demo-personas') && (
          <DemoSignIn personas={personas} onSignInSuccess={onSignInSuccess} />
        )}
        {real.length > 0 && (
          <RealSignIn providers={real} onSignInSuccess={onSignInSuccess} />
        )}
        {providers.length === 0 && (
          <EmptyState
            title={t('signIn.none.title')}
            description={t('signIn.none.cure')}
          />
        )}
      </Stack>
    </Box>
  );
}
