import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import MenuIcon from '@mui/icons-material/Menu';
import SettingsIcon from '@mui/icons-material/Settings';
import { useTitleWords } from '../frame/useTitleWords';
import { suidoAppTranslationRef } from '../translation/ref';
import { NotificationsItem } from './NotificationsItem';
import { PersonItem } from './PersonItem';
import { SidebarLogo } from './SidebarLogo';
import { SignOutItem } from './SignOutItem';

// Notifications have an item of their own, with the count of unread ones.
const HIDDEN = ['page:notifications'];

/** The main menu: what people come for first, themselves last. */
export function AppSidebar({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const words = useTitleWords();
  HIDDEN.forEach(id => navItems.take(id));
  const item = (id: string, text?: string) => {
    const found = navItems.take(id);
    return (
      found && <NavItem key={id} item={found} text={text ?? found.title} />
    );
  };
  const settings = item('page:user-settings', t('nav.settings'));
  return (
    <Sidebar>
      <SidebarLogo label={t('nav.logoLabel')} />
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<MenuIcon />}>
        {item('page:home', t('nav.home'))}
        {item('page:data-catalog', t('nav.dataCatalog'))}
        {item('page:data-requests', t('nav.dataRequests'))}
        {item('page:catalog', t('nav.catalog'))}
        {item('page:scaffolder', t('nav.create'))}
        {item('page:search', t('nav.search'))}
        <SidebarScrollWrapper>
          {navItems.rest().map(other => (
            <NavItem
              key={other.node.spec.id}
              item={other}
              text={words(other.title)}
            />
          ))}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label={t('nav.settings')} icon={<SettingsIcon />}>
        <NotificationsItem />
        {settings}
        <PersonItem />
        <SignOutItem />
      </SidebarGroup>
    </Sidebar>
  );
}

interface NavItemProps {
  readonly item: NavContentNavItem;
  readonly text: string;
}

function NavItem({ item, text }: NavItemProps) {
  return <SidebarItem icon={() => item.icon} to={item.href} text={text} />;
}
