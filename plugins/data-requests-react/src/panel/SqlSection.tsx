import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { CodeView } from '@suido/react-kit';
import { useState } from 'react';
import { dataRequestsReactTranslationRef } from '../translation';
import { PanelSection } from './PanelSection';

interface SqlSectionProps {
  readonly sql: string;
  readonly level?: 'h3' | 'h4';
}

/** The query, for those who read SQL; closed until asked for. */
export function SqlSection({ sql, level }: SqlSectionProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <PanelSection title={t('panel.sql')} level={level}>
      <Button
        size="small"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'panel.hideSql' : 'panel.showSql')}
      </Button>
      {isOpen && <CodeView code={sql} language="sql" label={t('panel.sql')} />}
    </PanelSection>
  );
}
