import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RiHome4Line } from '@remixicon/react';
import { AskForMartButton } from '@suido/backstage-plugin-data-requests';
import { LoadingState } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { usePersonName } from '../identity/usePersonName';
import { suidoAppTranslationRef } from '../translation/ref';
import { GettingStarted } from './GettingStarted';
import { HOME_SECTIONS, homeOrder } from './homeSections';
import { useRoles } from './useRoles';

const DATASETS_PATH =
  '/catalog?filters[kind]=resource&filters[type]=dataset&filters[user]=all';

/** For each person the next thing to do, in the order of what they come for. */
export function HomePage() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const name = usePersonName();
  const roles = useRoles();
  return (
    <>
      <PluginHeader title={t('nav.home')} icon={<RiHome4Line />} />
      <Box component="main" sx={{ px: { xs: 2, md: 3 }, pb: 4 }}>
        <Stack spacing={3} sx={{ maxWidth: 1200 }}>
          <Stack
            direction={{ xs: 'column', md: 'row' }}
            spacing={2}
            justifyContent="space-between"
          >
            <div>
              <Typography variant="h4" component="h2" sx={{ m: 0 }}>
                {name ? t('home.greeting', { name }) : t('home.greetingPlain')}
              </Typography>
              <Typography color="text.secondary">
                {roles && t(`home.lead.${roles[0]}`)}
              </Typography>
            </div>
            <Stack
              component="nav"
              aria-label={t('home.shortcuts')}
              direction="row"
              spacing={1}
              alignItems="flex-start"
              flexWrap="wrap"
              useFlexGap
            >
              <AskForMartButton />
              <Button
                component={RouterLink}
                to={DATASETS_PATH}
                variant="outlined"
              >
                {t('home.browse')}
              </Button>
            </Stack>
          </Stack>
          <GettingStarted />
          {roles ? (
            <Box
              sx={{
                display: 'grid',
                gap: 3,
                gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
                alignItems: 'start',
              }}
            >
              {homeOrder(roles).map(section => {
                const Section = HOME_SECTIONS[section];
                return <Section key={section} />;
              })}
            </Box>
          ) : (
            <LoadingState rows={3} rowHeightPx={160} />
          )}
        </Stack>
      </Box>
    </>
  );
}
