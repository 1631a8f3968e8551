import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import {
  datasetUpdatePermission,
  type Dataset,
} from '@suido/backstage-plugin-data-catalog-common';
import { useState } from 'react';
import { SectionLinks } from '../frame/SectionLinks';
import { dataCatalogTranslationRef } from '../translation/ref';
import { ColumnsSection } from './ColumnsSection';
import { DatasetHeader } from './DatasetHeader';
import { EditDrawer } from './edit/EditDrawer';
import type { EditTarget } from './edit/EditTarget';
import { HistorySection } from './HistorySection';
import { LinksSection } from './LinksSection';
import { Overview } from './overview/Overview';
import { sectionPath, sectionsOf, type Section } from './sections';
import { SqlSection } from './SqlSection';
import { ToldSection } from './ToldSection';

interface DatasetViewProps {
  readonly dataset: Dataset;
  readonly section: Section;
  /** Address of the dataset's page. */
  readonly path: string;
}

/** A dataset: what it is always, then one of its sections. */
export function DatasetView({ dataset, section, path }: DatasetViewProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const [editing, setEditing] = useState<EditTarget>();
  const { allowed } = usePermission({
    permission: datasetUpdatePermission,
    resourceRef: dataset.key,
  });
  const onEdit = allowed ? setEditing : undefined;
  return (
    <Stack spacing={2}>
      <DatasetHeader dataset={dataset} onEdit={onEdit} />
      <SectionLinks
        label={t('dataset.sections')}
        current={section}
        sections={sectionsOf(dataset).map(id => ({
          id,
          label: t(`dataset.section.${id}`),
          href: sectionPath(path, id),
        }))}
      />
      <Box component="section" aria-label={t(`dataset.section.${section}`)}>
        <SectionBody
          dataset={dataset}
          section={section}
          path={path}
          onEdit={onEdit}
        />
      </Box>
      {editing && (
        <EditDrawer
          dataset={dataset}
          target={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Stack>
  );
}

interface SectionBodyProps extends DatasetViewProps {
  readonly onEdit?: (target: EditTarget) => void;
}

function SectionBody({ dataset, section, path, onEdit }: SectionBodyProps) {
  switch (section) {
    case 'columns':
      return <ColumnsSection dataset={dataset} onEdit={onEdit} />;
    case 'told':
      return <ToldSection dataset={dataset} />;
    case 'links':
      return <LinksSection dataset={dataset} />;
    case 'history':
      return <HistorySection dataset={dataset} />;
    case 'sql':
      return <SqlSection dataset={dataset} />;
    default:
      return <Overview dataset={dataset} path={path} onEdit={onEdit} />;
  }
}
