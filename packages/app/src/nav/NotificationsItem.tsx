import { SidebarItem } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import NotificationsIcon from '@mui/icons-material/Notifications';
import { suidoAppTranslationRef } from '../translation/ref';

/** Notifications with the count of unread ones, which is read aloud too. */
export function NotificationsItem() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  return (
    <NotificationsSidebarItem
      renderItem={({ unreadCount, to, onClick }) => (
        <SidebarItem
          icon={() => <NotificationsIcon fontSize="small" />}
          to={to}
          onClick={onClick}
          hasNotifications={unreadCount > 0}
          text={t('nav.notifications')}
          aria-label={
            unreadCount > 0
              ? t('nav.unreadNotifications', { unread: String(unreadCount) })
              : t('nav.notifications')
          }
        />
      )}
    />
  );
}
