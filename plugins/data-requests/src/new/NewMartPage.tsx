import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '@suido/react-kit';
import { useRef, useState } from 'react';
import {
  Navigate,
  useLocation,
  useNavigate,
  useSearchParams,
} from 'react-router-dom';
import { ulid } from 'ulid';
import { RequestsFrame } from '../frame/RequestsFrame';
import { newMartRouteRef, requestRouteRef, rootRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';
import { NewMartForm } from './NewMartForm';

const DRAFT_PARAM = 'draft';
const DATASET_PARAM = 'dataset';
const REVISE_PARAM = 'revise';
const MART_PARAM = 'mart';
const COPY_PARAM = 'copy';
const FIELD_PARAM = 'field';

/**
 * The form for a new mart: `?dataset=` starts from a dataset, `?mart=` and
 * `?copy=` from a copy of a mart or of a request, `?draft=` goes on with a
 * draft, `?revise=` changes a request that was sent, and `?field=` begins at a
 * field. A link may fill in more (`startFromLink`).
 *
 * @remarks
 * A new form gets the id of its draft into its address at once, so that a
 * reload goes on with what was saved.
 */
export function NewMartPage() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const [newId] = useState(() => ulid());
  const location = useLocation();
  const navigate = useNavigate();
  const requestPath = useRouteRef(requestRouteRef);
  const rootPath = useRouteRef(rootRouteRef)?.() ?? '/data-requests';
  const newMartPath = useRouteRef(newMartRouteRef)?.() ?? location.pathname;
  const draftId = params.get(DRAFT_PARAM);
  const form = useRef({ openedId: draftId, adoptedId: draftId });

  if (!draftId) {
    const next = new URLSearchParams(params);
    next.set(DRAFT_PARAM, newId);
    return <Navigate replace to={`?${next}`} state={{ isNew: true }} />;
  }
  if (draftId !== form.current.adoptedId) {
    form.current = { openedId: draftId, adoptedId: draftId };
  }
  return (
    <RequestsFrame
      crumb={{
        label: t(params.has(REVISE_PARAM) ? 'new.reviseTitle' : 'new.title'),
        href: newMartPath,
      }}
    >
      <NewMartForm
        key={form.current.openedId}
        visit={{
          draftId,
          isNew: isNewVisit(location.state),
          dataset: params.get(DATASET_PARAM) ?? undefined,
          mart: params.get(MART_PARAM) ?? undefined,
          copy: params.get(COPY_PARAM) ?? undefined,
          revise: params.get(REVISE_PARAM) ?? undefined,
          params,
          language,
        }}
        field={params.get(FIELD_PARAM) ?? undefined}
        onSubmitted={({ id }) => requestPath && navigate(requestPath({ id }))}
        onUsedInstead={href => navigate(href ?? rootPath)}
        onDraftIdChange={id => {
          // The open form goes on under this id: it must not start again.
          form.current.adoptedId = id;
          const next = new URLSearchParams(params);
          next.set(DRAFT_PARAM, id);
          setParams(next, { replace: true, state: { isNew: true } });
        }}
      />
    </RequestsFrame>
  );
}

function isNewVisit(state: unknown): boolean {
  return (
    typeof state === 'object' &&
    state !== null &&
    'isNew' in state &&
    state.isNew === true
  );
}
