import { SidebarItem } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LogoutIcon from '@mui/icons-material/Logout';
import { suidoAppTranslationRef } from '../translation/ref';

/** The way out. */
export function SignOutItem() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const identityApi = useApi(identityApiRef);
  return (
    <SidebarItem
      icon={() => <LogoutIcon fontSize="small" />}
      text={t('nav.signOut')}
      onClick={() => identityApi.signOut()}
    />
  );
}
