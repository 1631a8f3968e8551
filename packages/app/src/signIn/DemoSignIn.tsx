import { ProxiedSignInPage } from '@backstage/core-components';
import type { IdentityApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import { LiveRegion, useLanguage } from '@suido/react-kit';
import { useEffect, useState } from 'react';
import { suidoAppTranslationRef } from '../translation/ref';
import { forgettingIdentity } from './forgettingIdentity';
import type { DemoPersona } from './readSignInConfig';
import {
  forgetPersona,
  rememberedPersona,
  rememberPersona,
} from './rememberedPersona';
import { SignInFailed } from './SignInFailed';

/** Header in which the provider `demo-personas` reads the choice. */
const PERSONA_HEADER = 'x-suido-persona';

interface DemoSignInProps {
  readonly personas: readonly DemoPersona[];
  readonly onSignInSuccess: (identity: IdentityApi) => void;
}

/** Cards of the demo company's people; a reload keeps the choice. */
export function DemoSignIn({ personas, onSignInSuccess }: DemoSignInProps) {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const language = useLanguage();
  const [chosen, setChosen] = useState(() =>
    personas.find(({ name }) => name === rememberedPersona()),
  );
  const [failure, setFailure] = useState<Error>();
  return (
    <section aria-labelledby="demo-sign-in">
      <Typography variant="h5" component="h2" id="demo-sign-in">
        {t('signIn.demo.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {t('signIn.demo.note')}
      </Typography>
      <LiveRegion>
        {chosen && t('signIn.demo.entering', { name: chosen.title[language] })}
      </LiveRegion>
      {failure && <SignInFailed error={failure} />}
      {chosen && (
        <ProxiedSignInPage
          key={chosen.name}
          provider="demo-personas"
          headers={{ [PERSONA_HEADER]: chosen.name }}
          onSignInSuccess={identity => {
            rememberPersona(chosen.name);
            onSignInSuccess(forgettingIdentity(identity));
          }}
          ErrorComponent={({ error }) => (
            <ReportFailure
              error={error}
              onReport={reported => {
                // A refused choice must not come back with the next reload.
                forgetPersona();
                setFailure(reported);
                setChosen(undefined);
              }}
            />
          )}
        />
      )}
      {!chosen && (
        <Box
          component="ul"
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
            listStyle: 'none',
            p: 0,
            m: 0,
          }}
        >
          {personas.map(persona => (
            <li key={persona.name}>
              <PersonaCard
                persona={persona}
                onChoose={() => {
                  setFailure(undefined);
                  setChosen(persona);
                }}
              />
            </li>
          ))}
        </Box>
      )}
    </section>
  );
}

interface PersonaCardProps {
  readonly persona: DemoPersona;
  readonly onChoose: () => void;
}

function PersonaCard({ persona, onChoose }: PersonaCardProps) {
  const language = useLanguage();
  return (
    <Card variant="outlined" sx={{ height: '100%' }}>
      <CardActionArea onClick={onChoose} sx={{ height: '100%' }}>
        <CardContent>
          <Typography
            variant="h6"
            component="span"
            sx={{ m: 0, display: 'block' }}
          >
            {persona.title[language]}
          </Typography>
          <Typography color="text.secondary" component="span">
            {persona.role[language]}
          </Typography>
        </CardContent>
      </CardActionArea>
    </Card>
  );
}

interface ReportFailureProps {
  readonly error: Error | undefined;
  readonly onReport: (error: Error) => void;
}

/** Hands an error to its parent: `ProxiedSignInPage` can only draw it. */
function ReportFailure({ error, onReport }: ReportFailureProps) {
  useEffect(() => {
    if (error) {
      onReport(error);
    }
  }, [error, onReport]);
  return null;
}
