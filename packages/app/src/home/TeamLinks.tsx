import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { suidoAppTranslationRef } from '../translation/ref';
import { useIdentity } from '../identity/useIdentity';

/** The groups of the reader: their people and what they own. */
export function TeamLinks() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const groups = useIdentity()?.ownershipEntityRefs.filter(ref =>
    ref.startsWith('group:'),
  );
  if (!groups?.length) {
    return null;
  }
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby="home-team"
      sx={{ p: 2 }}
    >
      <Typography variant="h6" component="h2" id="home-team" sx={{ m: 0 }}>
        {t('home.team.title')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t('home.team.description')}
      </Typography>
      <List disablePadding>
        {groups.map(group => (
          <ListItem key={group} disableGutters>
            <GroupLink entityRef={group} />
          </ListItem>
        ))}
      </List>
    </Paper>
  );
}

function GroupLink({ entityRef }: { readonly entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return (
    <Link component={RouterLink} to={`/catalog/${namespace}/${kind}/${name}`}>
      {primaryTitle}
    </Link>
  );
}
