import { parseEntityRef } from '@backstage/catalog-model';
import { SidebarItem } from '@backstage/core-components';
import PersonIcon from '@mui/icons-material/Person';
import { useIdentity } from '../identity/useIdentity';
import { usePersonName } from '../identity/usePersonName';

/** Who is signed in, which leads to that person's page. */
export function PersonItem() {
  const identity = useIdentity();
  const name = usePersonName();
  if (!identity || !name) {
    return null;
  }
  const { kind, namespace, name: id } = parseEntityRef(identity.userEntityRef);
  return (
    <SidebarItem
      icon={() => <PersonIcon fontSize="small" />}
      to={`/catalog/${namespace}/${kind}/${id}`}
      text={name}
    />
  );
}
